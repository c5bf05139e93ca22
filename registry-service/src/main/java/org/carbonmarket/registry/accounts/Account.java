package org.carbonmarket.registry.accounts;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.AccountEvent.AccountRecorded;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.registry.AccountEvent.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * The account of one subject (Registration Rules, Chapter 2).
 *
 * @param version counts the account's changes from 1
 */
record Account(
        AccountId account,
        long version,
        Subject subject,
        AccountState state,
        OffsetDateTime recordedAt) {

    /** Who holds an account. Accounts under one control share a control group. */
    record Subject(
            String name,
            SubjectKind kind,
            @Nullable String province,
            @Nullable String sector,
            @Nullable String controlGroup) {}

    /** A new account waits for the operator's review. */
    static Account applied(AccountId account, Subject subject, OffsetDateTime at) {
        return new Account(account, 1, subject, AccountState.PENDING, at);
    }

    /** Whether the account may go to a state. A closed one stays closed. */
    boolean mayBecome(AccountState next) {
        return nextStates().contains(next);
    }

    private Set<AccountState> nextStates() {
        return switch (state) {
            case PENDING -> EnumSet.of(AccountState.ACTIVE, AccountState.CLOSED);
            case ACTIVE -> EnumSet.of(AccountState.RESTRICTED, AccountState.CLOSED);
            case RESTRICTED -> EnumSet.of(AccountState.ACTIVE, AccountState.CLOSED);
            case CLOSED -> EnumSet.noneOf(AccountState.class);
        };
    }

    Account become(AccountState next, OffsetDateTime at) {
        if (!mayBecome(next)) {
            throw new IllegalStateException(state + " cannot become " + next);
        }
        return new Account(account, version + 1, subject, next, at);
    }

    /** The same account under another control, or under nobody else's when null. */
    Account controlledBy(@Nullable String controlGroup, OffsetDateTime at) {
        Subject regrouped =
                new Subject(
                        subject.name(),
                        subject.kind(),
                        subject.province(),
                        subject.sector(),
                        controlGroup);
        return new Account(account, version + 1, regrouped, state, at);
    }

    AccountRecorded recorded() {
        return new AccountRecorded(
                account,
                version,
                subject.name(),
                subject.kind(),
                state,
                subject.province(),
                subject.sector(),
                subject.controlGroup(),
                recordedAt);
    }
}
