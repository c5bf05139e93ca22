package org.carbonmarket.registry.credits.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.CreditEvent.CreditsRetired;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesCancelled;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.credits.custody.Serials;
import org.carbonmarket.registry.credits.serial.CreditBlock;
import org.carbonmarket.registry.credits.serial.SerialBook;
import org.carbonmarket.registry.credits.serial.Standing;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.holdings.ledger.HoldingShort;
import org.carbonmarket.registry.holdings.ledger.Ledger;
import org.carbonmarket.registry.products.CreditProduct;
import org.carbonmarket.registry.products.Products;

/**
 * Retires credits: exact serials, once and for good. Of fungible units, the serials that came into
 * the pool first are retired first.
 */
@ApplicationScoped
@Transactional
public class Retirements {

    private final Accounts accounts;
    private final Products products;
    private final Serials serials;
    private final Ledger ledger;
    private final RetirementTable table;
    private final Certificates certificates;
    private final Outbox outbox;
    private final BusinessClock clock;

    Retirements(
            Accounts accounts,
            Products products,
            Serials serials,
            Ledger ledger,
            RetirementTable table,
            Certificates certificates,
            Outbox outbox,
            BusinessClock clock) {
        this.accounts = accounts;
        this.products = products;
        this.serials = serials;
        this.ledger = ledger;
        this.table = table;
        this.certificates = certificates;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Retires, or refuses: 409 {@code HOLDING_SHORT} or {@code SERIALS_NOT_HELD}.
     *
     * @param asked checked already
     */
    public Retirement retire(
            AccountId account, RetireCredits asked, Purpose purpose, String actor) {
        accounts.requireActive(account);
        products.requireKnown(asked.product());
        Serials.Act act = serials.begin();
        String number = "RT-" + act.number();
        SerialBook book = open(account, asked);
        List<CreditBlock> retired = take(book, asked, new Standing.Retired(number), act);
        OffsetDateTime now = clock.now();
        long posting = post(account, asked, number, retired, actor, now);
        if (retired.isEmpty()) {
            throw new IllegalStateException(account + " has more tonnes than there are serials");
        }
        serials.store(act, book, posting, now);
        Certificate certificate =
                certificates.of(number, account, asked, purpose, retired, posting, now);
        byte[] text = certificates.write(certificate);
        Retirement done =
                new Retirement(
                        number,
                        account,
                        asked.product(),
                        asked.tonnes(),
                        purpose,
                        asked.beneficiary(),
                        asked.reason(),
                        posting,
                        Certificates.hashOf(text),
                        now);
        table.insert(done, actor, text);
        outbox.publish(events(done, retired));
        return done;
    }

    private SerialBook open(AccountId account, RetireCredits asked) {
        return CreditProduct.of(asked.product())
                .map(credits -> serials.heldBy(account, credits))
                .orElseGet(() -> serials.firstPooled(asked.tonnes().value()));
    }

    /** The serials; none when there are too few, which the ledger then refuses. */
    private static List<CreditBlock> take(
            SerialBook book, RetireCredits asked, Standing retired, Serials.Act act) {
        var exact = asked.serials();
        if (exact == null) {
            return book.moveFirstIn(_ -> true, asked.tonnes().value(), retired, act.number())
                    .orElse(List.of());
        }
        Optional<List<CreditBlock>> moved =
                book.moveExactly(_ -> true, exact, retired, act.number());
        return moved.orElseThrow(() ->
                new Refusal(
                        409,
                        "SERIALS_NOT_HELD",
                        "firstSerial",
                        "The account does not hold all of serials "
                                + exact
                                + " of "
                                + asked.product()
                                + "."));
    }

    private long post(
            AccountId account,
            RetireCredits asked,
            String number,
            List<CreditBlock> retired,
            String actor,
            OffsetDateTime now) {
        Posting.Cause cause =
                new Posting.Cause(
                        PostingReason.CREDIT_RETIREMENT,
                        number + "; " + Serials.text(retired),
                        actor,
                        now);
        Posting posting =
                asked.product().equals(CreditProduct.FUNGIBLE)
                        ? RetirementPosting.ofUnits(cause, account, asked.tonnes(), retired)
                        : RetirementPosting.ofSerials(
                                cause, account, asked.product(), asked.tonnes());
        HoldingsBook holdings = ledger.lock(List.of(new Holding(account, asked.product())));
        holdings.post(posting)
                .ifPresent(shortage -> {
                    throw HoldingShort.refusal(shortage);
                });
        return ledger.write(holdings).getFirst().number();
    }

    /** One event for each range; what is given of free will left the account by cancellation. */
    private static List<PublishedEvent> events(Retirement done, List<CreditBlock> retired) {
        List<PublishedEvent> events = new ArrayList<>();
        for (CreditBlock block : retired) {
            events.add(
                    new CreditsRetired(
                            block.origin().project(),
                            block.origin().batch(),
                            done.account(),
                            block.serials().first(),
                            block.serials().last(),
                            done.purpose().name(),
                            done.beneficiary(),
                            done.at()));
        }
        if (done.purpose() == Purpose.VOLUNTARY) {
            events.add(
                    new AllowancesCancelled(
                            done.posting(),
                            done.account(),
                            done.product(),
                            done.tonnes(),
                            done.beneficiary(),
                            done.reason(),
                            done.at()));
        }
        return events;
    }
}
