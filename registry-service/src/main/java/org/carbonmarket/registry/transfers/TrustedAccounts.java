package org.carbonmarket.registry.transfers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.approval.SecondPerson;

/** An account's list of trusted accounts; entries take two persons and some working days. */
@ApplicationScoped
@Transactional
class TrustedAccounts {

    private final Accounts accounts;
    private final TrustedTable table;
    private final TransferTable transfers;
    private final BusinessClock clock;

    TrustedAccounts(
            Accounts accounts, TrustedTable table, TransferTable transfers, BusinessClock clock) {
        this.accounts = accounts;
        this.table = table;
        this.transfers = transfers;
        this.clock = clock;
    }

    TrustedAccount propose(AccountId account, AccountId trusted, String actor) {
        accounts.requireActive(account);
        accounts.requireKnown(trusted);
        if (account.equals(trusted)) {
            throw Refusal.unprocessable(
                    "RECEIVER_IS_GIVER", "trusted", "An account is not on its own list.");
        }
        TrustedAccount proposed =
                new TrustedAccount(account, trusted, actor, clock.now(), null, null);
        // An entry nobody approved in time makes room for a new proposal.
        table.removeExpired(proposed, transfers.rules(clock.today()).proposalDays());
        if (!table.insert(proposed)) {
            throw Refusal.conflict(
                    "TRUSTED_ALREADY", "Account " + trusted + " is on the list already.");
        }
        return proposed;
    }

    /** Approves an entry within the days a proposal waits; one approved stays as it is. */
    TrustedAccount approve(AccountId account, AccountId trusted, String actor) {
        TrustedAccount entry = lock(account, trusted);
        if (entry.effectiveOn() != null) {
            return entry;
        }
        SecondPerson.require(entry.proposedBy(), actor, "An entry of the list");
        OffsetDateTime now = clock.now();
        TransferRules rules = transfers.rules(now.toLocalDate());
        if (now.isAfter(rules.expiryOf(entry.proposedAt()))) {
            throw Transfers.expired();
        }
        LocalDate effective = rules.trustedFrom(now.toLocalDate());
        table.approve(account, trusted, actor, now, effective);
        return lock(account, trusted);
    }

    void remove(AccountId account, AccountId trusted) {
        lock(account, trusted);
        table.remove(account, trusted);
    }

    private TrustedAccount lock(AccountId account, AccountId trusted) {
        return table.lock(account, trusted)
                .orElseThrow(() ->
                        Refusal.notFound(
                                "TRUSTED_UNKNOWN", "Account " + trusted + " is not on the list."));
    }

    /** Whether one account trusts another on a day. */
    boolean trusts(AccountId account, AccountId receiver, LocalDate day) {
        return table.lock(account, receiver).filter(entry -> entry.isEffective(day)).isPresent();
    }
}
