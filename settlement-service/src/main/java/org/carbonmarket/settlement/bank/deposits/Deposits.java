package org.carbonmarket.settlement.bank.deposits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.settlement.FundsEvent.FundsDeposited;
import org.carbonmarket.ledger.SealedPosting;
import org.carbonmarket.settlement.accounts.Accounts;
import org.carbonmarket.settlement.bank.deposits.ConfirmDeposit.Said;
import org.carbonmarket.settlement.bank.deposits.Confirmed.Booked;
import org.carbonmarket.settlement.bank.deposits.Confirmed.Contradicted;
import org.carbonmarket.settlement.bank.deposits.Confirmed.Repeated;
import org.carbonmarket.settlement.bank.references.Confirmation;
import org.carbonmarket.settlement.bank.references.Confirmation.Direction;
import org.carbonmarket.settlement.bank.references.Confirmations;
import org.carbonmarket.settlement.bank.references.Discrepancies;
import org.carbonmarket.settlement.bank.references.Discrepancy;
import org.carbonmarket.settlement.funds.Bucket;
import org.carbonmarket.settlement.funds.FundsBook;
import org.carbonmarket.settlement.funds.Place;
import org.carbonmarket.settlement.funds.Posting;
import org.carbonmarket.settlement.funds.PostingReason;
import org.carbonmarket.settlement.funds.ledger.Ledger;

/**
 * Books what the bank confirms, once per reference of the bank. One message of a thousand credits
 * takes the same few statements as one of one.
 */
@ApplicationScoped
@Transactional
class Deposits {

    private final Accounts accounts;
    private final Confirmations confirmations;
    private final Discrepancies discrepancies;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;

    Deposits(
            Accounts accounts,
            Confirmations confirmations,
            Discrepancies discrepancies,
            Ledger ledger,
            Outbox outbox,
            BusinessClock clock) {
        this.accounts = accounts;
        this.confirmations = confirmations;
        this.discrepancies = discrepancies;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Credits the account. The same message again gets the same answer; a contradiction is stored
     * and told, not thrown, so that its record outlives the refusal.
     */
    Confirmed confirm(ConfirmDeposit asked, String actor) {
        accounts.requireKnown(asked.account());
        Optional<Confirmation> before = confirmations.lock(asked.bankReference());
        if (before.isEmpty() && accounts.requireKnown(asked.account()) == AccountState.CLOSED) {
            throw Refusal.conflict("ACCOUNT_CLOSED", "Account " + asked.account() + " is closed.");
        }
        Map<String, Confirmation> known = new HashMap<>();
        before.ifPresent(confirmation -> known.put(asked.bankReference(), confirmation));
        return book(List.of(new Said(asked, null, actor)), known, actor).getFirst();
    }

    /**
     * Credits every account of a message that was checked, in its order.
     *
     * @param known what was confirmed under the references before, which are locked
     */
    List<Confirmed> book(List<Said> said, Map<String, Confirmation> known, String actor) {
        List<Said> fresh =
                said.stream().filter(each -> !known.containsKey(reference(each))).toList();
        Iterator<Deposit> booked = post(fresh, actor).iterator();
        List<Confirmed> outcome = new ArrayList<>();
        for (Said each : said) {
            Confirmation before = known.get(reference(each));
            if (before == null) {
                outcome.add(new Booked(booked.next()));
            } else if (isSame(before, each.what())) {
                outcome.add(new Repeated(deposit(before)));
            } else {
                discrepancies.report(contradiction(before, each));
                outcome.add(new Contradicted(each.what(), before));
            }
        }
        return outcome;
    }

    private List<Deposit> post(List<Said> fresh, String actor) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        FundsBook book = ledger.lock(fresh.stream().map(each -> each.what().account()).toList());
        // As precise as it is stored, so that the same message again gets the very same answer.
        OffsetDateTime now = clock.now().truncatedTo(ChronoUnit.MICROS);
        fresh.forEach(each -> book.post(posting(each.what(), actor, now)));
        List<SealedPosting<Posting>> sealed = ledger.write(book);
        List<Confirmation> confirmed = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            ConfirmDeposit what = fresh.get(i).what();
            confirmed.add(
                    new Confirmation(
                            what.bankReference(),
                            Direction.DEPOSIT,
                            what.account(),
                            what.amount(),
                            sealed.get(i).number(),
                            now,
                            fresh.get(i).bookedOn()));
        }
        confirmations.store(confirmed);
        outbox.publish(
                confirmed.stream()
                        .map(each ->
                                new FundsDeposited(
                                        each.account(),
                                        each.amount(),
                                        each.bankReference(),
                                        each.at()))
                        .toList());
        return confirmed.stream().map(Deposits::deposit).toList();
    }

    private static Posting posting(ConfirmDeposit what, String actor, OffsetDateTime now) {
        return Posting.move(
                new Posting.Cause(PostingReason.DEPOSIT, what.bankReference(), actor, now),
                Place.SystemAccount.CLIENT_BANK,
                new Place.Held(what.account(), Bucket.AVAILABLE),
                what.amount());
    }

    private static boolean isSame(Confirmation before, ConfirmDeposit asked) {
        return before.direction() == Direction.DEPOSIT
                && before.account().equals(asked.account())
                && before.amount().equals(asked.amount());
    }

    private static Discrepancy.Found contradiction(Confirmation before, Said said) {
        return new Discrepancy.Found(
                Discrepancy.Kind.REFERENCE_CHANGED,
                before.bankReference(),
                before.described(),
                Confirmation.describe(
                        Direction.DEPOSIT, said.what().account(), said.what().amount()),
                said.source());
    }

    private static Deposit deposit(Confirmation confirmation) {
        return new Deposit(
                confirmation.account(),
                confirmation.amount(),
                confirmation.bankReference(),
                confirmation.posting(),
                confirmation.at());
    }

    private static String reference(Said said) {
        return said.what().bankReference();
    }
}
