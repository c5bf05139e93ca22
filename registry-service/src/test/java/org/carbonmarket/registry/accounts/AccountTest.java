package org.carbonmarket.registry.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.registry.AccountEvent.SubjectKind;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2021-07-15T10:00:00+08:00");

    private final Account pending =
            Account.applied(
                    AccountId.of("POWER-1"),
                    new Account.Subject(
                            "Power Co.", SubjectKind.KEY_EMITTING_UNIT, null, null, null),
                    NOW);

    @Test
    void aNewAccountWaitsForReview() {
        assertThat(pending.state()).isEqualTo(AccountState.PENDING);
        assertThat(pending.mayBecome(AccountState.RESTRICTED)).isFalse();
    }

    @Test
    void everyChangeCountsTheVersion() {
        Account restricted =
                pending.become(AccountState.ACTIVE, NOW).become(AccountState.RESTRICTED, NOW);

        assertThat(restricted.version()).isEqualTo(3);
        assertThat(restricted.recorded().state()).isEqualTo(AccountState.RESTRICTED);
        assertThat(restricted.mayBecome(AccountState.ACTIVE)).isTrue();
    }

    @Test
    void aClosedAccountStaysClosed() {
        Account closed = pending.become(AccountState.CLOSED, NOW);

        for (AccountState state : AccountState.values()) {
            assertThat(closed.mayBecome(state)).isFalse();
        }
        assertThatIllegalStateException().isThrownBy(() -> closed.become(AccountState.ACTIVE, NOW));
    }
}
