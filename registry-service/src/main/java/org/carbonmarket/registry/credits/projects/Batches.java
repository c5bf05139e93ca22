package org.carbonmarket.registry.credits.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.registry.CreditEvent.CreditsIssued;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesIssued;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.approval.SecondPerson;
import org.carbonmarket.registry.credits.custody.Serials;
import org.carbonmarket.registry.credits.serial.CreditBlock;
import org.carbonmarket.registry.credits.serial.SerialBook;
import org.carbonmarket.registry.credits.serial.SerialRange;
import org.carbonmarket.registry.credits.serial.Standing;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.holdings.ledger.Ledger;
import org.carbonmarket.registry.products.Product;
import org.carbonmarket.registry.products.Products;

/** Batches from proposal to issuance: each unit gets its serial on a second person's word. */
@ApplicationScoped
@Transactional
class Batches {

    private final Projects projects;
    private final BatchTable table;
    private final Accounts accounts;
    private final Products products;
    private final Serials serials;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;

    Batches(
            Projects projects,
            BatchTable table,
            Accounts accounts,
            Products products,
            Serials serials,
            Ledger ledger,
            Outbox outbox,
            BusinessClock clock) {
        this.projects = projects;
        this.table = table;
        this.accounts = accounts;
        this.products = products;
        this.serials = serials;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A day of reductions is credited once: monitoring periods of a project share no day. */
    Batch propose(String code, ProposeBatch asked, String actor) {
        Project project = projects.lock(code);
        Batch batch = asked.of(project, table.nextNumber(code), actor, clock.now());
        table.sharing(code, batch.periodFrom(), batch.periodTo())
                .ifPresent(other -> {
                    throw new Refusal(
                            409,
                            "PERIOD_CREDITED",
                            "periodFrom",
                            "The monitoring period shares days with that of batch " + other + ".");
                });
        table.insert(batch);
        return batch;
    }

    /** Issues on a second person's word; a batch issued already stays as it is. */
    Batch approve(String code, String number, String approver) {
        Project project = projects.lock(code);
        Batch batch = find(code, number);
        if (batch.state() == Batch.State.ISSUED) {
            return batch;
        }
        SecondPerson.require(batch.proposedBy(), approver, "A batch");
        accounts.requireActive(project.owner());
        Serials.Act act = serials.begin();
        ProductCode product = batch.product().code();
        products.recordIfAbsent(
                new Product(
                        product, Product.Kind.CREDIT, batch.vintage(), batch.vintage(), null, null),
                approver);
        return issue(project.owner(), batch, act, approver);
    }

    private Batch issue(AccountId owner, Batch batch, Serials.Act act, String approver) {
        OffsetDateTime now = clock.now();
        SerialRange range = SerialRange.of(act.nextSerial(), batch.tonnes().value());
        SerialBook book = new SerialBook(List.of());
        book.issue(
                new CreditBlock(
                        range,
                        new CreditBlock.Origin(batch.project(), batch.batch(), batch.vintage()),
                        new Standing.Held(owner),
                        act.number()));
        HoldingsBook holdings = ledger.lock(List.of(new Holding(owner, batch.product().code())));
        holdings.post(
                Posting.issue(
                        new Posting.Cause(
                                PostingReason.CREDIT_ISSUANCE,
                                batch.batch() + "; " + Serials.text(book.blocks()),
                                approver,
                                now),
                        owner,
                        batch.product().code(),
                        batch.tonnes()));
        long posting = ledger.write(holdings).getFirst().number();
        table.markIssued(batch, approver, now, range, posting);
        serials.countIssued(range.units());
        serials.store(act, book, posting, now);
        publish(owner, batch, range, posting, now);
        return batch.issued(approver, now, range, posting);
    }

    private void publish(
            AccountId owner, Batch batch, SerialRange range, long posting, OffsetDateTime now) {
        outbox.publish(
                new CreditsIssued(
                        batch.project(),
                        batch.batch(),
                        batch.vintage(),
                        owner,
                        range.first(),
                        range.last(),
                        now));
        outbox.publish(
                new AllowancesIssued(
                        posting,
                        owner,
                        batch.product().code(),
                        batch.tonnes(),
                        PostingReason.CREDIT_ISSUANCE.name(),
                        batch.document(),
                        now));
    }

    Batch find(String code, String number) {
        return table.find(number)
                .filter(batch -> batch.project().equals(code))
                .orElseThrow(() ->
                        new Refusal(
                                404,
                                "BATCH_UNKNOWN",
                                null,
                                "Project " + code + " has no batch " + number + "."));
    }
}
