package org.carbonmarket.events.registry;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.topic.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** Accounts as the registry keeps them. The topic is compacted: each event is the whole state. */
public sealed interface AccountEvent extends PublishedEvent {

    AccountId account();

    @Override
    default String key() {
        return account().value();
    }

    /** What kind of subject holds the account (Registration Rules, Article 6). */
    enum SubjectKind {
        KEY_EMITTING_UNIT,
        INSTITUTION,
        INDIVIDUAL
    }

    /** Life of an account; only an {@code ACTIVE} one trades, moves or surrenders. */
    enum AccountState {
        PENDING,
        ACTIVE,
        RESTRICTED,
        CLOSED
    }

    /**
     * The account's state after a change.
     *
     * @param version counts the account's changes from 1
     * @param controlGroup accounts under one control, for surveillance; absent when unrelated
     */
    record AccountRecorded(
            AccountId account,
            long version,
            String name,
            SubjectKind kind,
            AccountState state,
            @Nullable String province,
            @Nullable String sector,
            @Nullable String controlGroup,
            OffsetDateTime at)
            implements AccountEvent {}
}
