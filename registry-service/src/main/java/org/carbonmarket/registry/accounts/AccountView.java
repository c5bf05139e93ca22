package org.carbonmarket.registry.accounts;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.registry.AccountEvent.SubjectKind;
import org.jspecify.annotations.Nullable;

/** An account as it is shown. */
record AccountView(
        AccountId account,
        long version,
        String name,
        SubjectKind kind,
        AccountState state,
        @Nullable String province,
        @Nullable String sector,
        @Nullable String controlGroup,
        OffsetDateTime recordedAt) {

    static AccountView of(Account account) {
        Account.Subject subject = account.subject();
        return new AccountView(
                account.account(),
                account.version(),
                subject.name(),
                subject.kind(),
                account.state(),
                subject.province(),
                subject.sector(),
                subject.controlGroup(),
                account.recordedAt());
    }
}
