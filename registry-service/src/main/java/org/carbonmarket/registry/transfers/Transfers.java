package org.carbonmarket.registry.transfers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesTransferred;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.approval.SecondPerson;
import org.carbonmarket.registry.credits.custody.SerialTransfers;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.holdings.ledger.HoldingShort;
import org.carbonmarket.registry.holdings.ledger.Ledger;
import org.carbonmarket.registry.products.Products;

/**
 * Transfers from proposal to execution. Each step answers a theft of the past: two persons, a delay
 * and a cap off the list of trusted accounts, a daily limit, the receiver's acceptance, and
 * execution in working hours only.
 */
@ApplicationScoped
@Transactional
class Transfers {

    private final Accounts accounts;
    private final Products products;
    private final TransferTable table;
    private final TrustedAccounts trusted;
    private final SerialTransfers serials;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;

    Transfers(
            Accounts accounts,
            Products products,
            TransferTable table,
            TrustedAccounts trusted,
            SerialTransfers serials,
            Ledger ledger,
            Outbox outbox,
            BusinessClock clock) {
        this.accounts = accounts;
        this.products = products;
        this.table = table;
        this.trusted = trusted;
        this.serials = serials;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    Transfer propose(ProposeTransfer asked, String actor) {
        accounts.requireKnown(asked.account());
        accounts.requireActive(asked.receiver());
        products.requireKnown(asked.product());
        OffsetDateTime now = clock.now();
        TransferRules rules = table.rules(now.toLocalDate());
        boolean onList = trusted.trusts(asked.account(), asked.receiver(), now.toLocalDate());
        if (!onList && asked.tonnes().compareTo(rules.offListCap()) > 0) {
            throw new Refusal(
                    409,
                    "TRANSFER_CAP",
                    "tonnes",
                    "To an account that is not trusted, at most %s t are transferred at once."
                            .formatted(rules.offListCap()));
        }
        Transfer proposed =
                new Transfer(
                        table.nextNumber(),
                        asked.account(),
                        asked.receiver(),
                        asked.product(),
                        asked.tonnes(),
                        asked.kind(),
                        asked.document(),
                        Transfer.State.PROPOSED,
                        actor,
                        now,
                        rules.expiryOf(now),
                        null,
                        null,
                        null,
                        null,
                        null);
        table.insert(proposed);
        return proposed;
    }

    Transfer find(String number) {
        return table.find(number).orElseThrow(() -> unknown(number));
    }

    private Transfer lock(String number) {
        return table.lock(number).orElseThrow(() -> unknown(number));
    }

    /** A second person's word, in time. */
    Transfer approve(String number, String actor) {
        Transfer proposed = lock(number);
        if (proposed.state() == Transfer.State.APPROVED) {
            return proposed;
        }
        require(proposed, Transfer.State.PROPOSED);
        SecondPerson.require(proposed.proposedBy(), actor, "A transfer");
        OffsetDateTime now = clock.now();
        if (now.isAfter(proposed.expiresAt())) {
            throw expired();
        }
        boolean onList = trusted.trusts(proposed.account(), proposed.receiver(), now.toLocalDate());
        table.approve(number, actor, now, table.rules(now.toLocalDate()).notBefore(now, onList));
        return find(number);
    }

    Transfer accept(String number, String actor) {
        Transfer approved = lock(number);
        if (approved.state() == Transfer.State.ACCEPTED) {
            return approved;
        }
        require(approved, Transfer.State.APPROVED);
        table.accept(number, actor, clock.now());
        return find(number);
    }

    /** The receiver, or an operator, does not want it. */
    Transfer refuse(String number) {
        Transfer transfer = lock(number);
        if (transfer.state() == Transfer.State.EXECUTED) {
            throw state(transfer);
        }
        table.refuse(number);
        return find(number);
    }

    /** Moves title, when every defence lets it pass. */
    Transfer execute(String number, String actor) {
        Transfer known = find(number);
        accounts.holdStates(List.of(known.account(), known.receiver()));
        accounts.requireActive(known.receiver());
        table.queue(known.account());
        Transfer accepted = lock(number);
        if (accepted.state() == Transfer.State.EXECUTED) {
            return accepted;
        }
        require(accepted, Transfer.State.ACCEPTED);
        OffsetDateTime now = clock.now();
        requireTime(accepted, now);
        requireWithinDailyLimit(accepted, now);
        long posting = post(accepted, actor, now);
        table.execute(number, actor, now, posting);
        outbox.publish(
                new AllowancesTransferred(
                        posting,
                        accepted.account(),
                        accepted.receiver(),
                        accepted.product(),
                        accepted.tonnes(),
                        accepted.kind().name(),
                        accepted.document(),
                        now));
        return find(number);
    }

    private void requireTime(Transfer accepted, OffsetDateTime now) {
        OffsetDateTime notBefore = accepted.notBefore();
        if (notBefore != null && now.isBefore(notBefore)) {
            throw Refusal.conflict(
                    "TRANSFER_DELAYED", "The transfer is executed from " + notBefore + " on.");
        }
        TransferRules rules = table.rules(now.toLocalDate());
        if (!rules.isOpen(now)) {
            throw Refusal.conflict(
                    "OUTSIDE_WORKING_HOURS",
                    "Transfers are executed on working days from %s to %s."
                            .formatted(rules.opensAt(), rules.closesAt()));
        }
    }

    private void requireWithinDailyLimit(Transfer accepted, OffsetDateTime now) {
        Tonnes limit = table.rules(now.toLocalDate()).dailyLimit();
        Tonnes given = table.givenOn(accepted.account(), now.toLocalDate());
        if (given.plus(accepted.tonnes()).compareTo(limit) > 0) {
            throw Refusal.conflict(
                    "DAILY_LIMIT",
                    "The account may give %s t a day and gave %s t today.".formatted(limit, given));
        }
    }

    private long post(Transfer accepted, String actor, OffsetDateTime now) {
        SerialTransfers.Prepared moved =
                serials.prepare(
                        accepted.account(),
                        accepted.receiver(),
                        accepted.product(),
                        accepted.tonnes());
        HoldingsBook book =
                ledger.lock(
                        List.of(
                                new Holding(accepted.account(), accepted.product()),
                                new Holding(accepted.receiver(), accepted.product())));
        book.post(
                        Posting.move(
                                new Posting.Cause(
                                        PostingReason.NON_TRADING_TRANSFER,
                                        moved.document(
                                                accepted.transfer() + "; " + accepted.document()),
                                        actor,
                                        now),
                                new Place.Held(accepted.account(), Bucket.AVAILABLE),
                                new Place.Held(accepted.receiver(), Bucket.AVAILABLE),
                                accepted.product(),
                                accepted.tonnes()))
                .ifPresent(shortage -> {
                    throw HoldingShort.refusal(shortage);
                });
        long posting = ledger.write(book).getFirst().number();
        serials.complete(moved, posting, now);
        return posting;
    }

    private static void require(Transfer transfer, Transfer.State state) {
        if (transfer.state() != state) {
            throw state(transfer);
        }
    }

    private static Refusal state(Transfer transfer) {
        return Refusal.conflict(
                "TRANSFER_STATE",
                "Transfer " + transfer.transfer() + " is " + transfer.state() + ".");
    }

    static Refusal expired() {
        return Refusal.conflict(
                "PROPOSAL_EXPIRED", "The proposal waited too long for a second person.");
    }

    private static Refusal unknown(String number) {
        return Refusal.notFound("TRANSFER_UNKNOWN", "There is no transfer " + number + ".");
    }
}
