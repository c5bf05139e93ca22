package org.carbonmarket.registry.compliance.carryover;

import static org.carbonmarket.edge.request.Fields.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.ComplianceEvent.AllowancesLapsed;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.approval.SecondPerson;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.holdings.ledger.Ledger;
import org.carbonmarket.registry.rulesets.CarryOver;
import org.carbonmarket.registry.rulesets.RuleSetVersion;
import org.carbonmarket.registry.rulesets.book.RuleSets;

/** Lapses what was not carried over, some holdings at a time. */
@ApplicationScoped
class Lapses {

    private static final int HOLDINGS = 500;
    private static final int LONGEST_DOCUMENT = 200;

    private final Database database;
    private final CarryOverTable carryOvers;
    private final RuleSets ruleSets;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;

    Lapses(
            Database database,
            CarryOverTable carryOvers,
            RuleSets ruleSets,
            Ledger ledger,
            Outbox outbox,
            BusinessClock clock) {
        this.database = database;
        this.carryOvers = carryOvers;
        this.ruleSets = ruleSets;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Lapse propose(ProposeLapse asked, String actor) {
        String document = text("document", asked.document(), LONGEST_DOCUMENT);
        CarryOver plan = requirePlan(asked.year());
        if (!clock.today().isAfter(plan.heldAt())) {
            throw Refusal.conflict(
                    "CARRY_OVER_NOT_OPEN", "Nothing lapses before the plan's day is over.");
        }
        String number =
                database.find(
                                "select 'LP-' || nextval('lapse_number') as number",
                                row -> row.text("number"))
                        .orElseThrow();
        database.update(
                """
                insert into lapse (lapse, year, document, state, proposed_at, proposed_by)
                values (?, ?, ?, 'PROPOSED', ?, ?)\
                """,
                number,
                asked.year(),
                document,
                clock.now(),
                actor);
        return find(number);
    }

    private CarryOver requirePlan(int year) {
        return ruleSets.ofAnySector(year, clock.today())
                .map(RuleSetVersion::rules)
                .flatMap(rules -> Optional.ofNullable(rules.carryOver()))
                .orElseThrow(() ->
                        Refusal.conflict(
                                "NO_CARRY_OVER",
                                "The plan for " + year + " carries nothing over."));
    }

    /** Approves, by a second person; once approved, it stays so. */
    @Transactional
    void approve(String number, String actor) {
        Lapse lapse = find(number);
        if (lapse.state() == Lapse.State.APPROVED) {
            return;
        }
        SecondPerson.require(lapse.proposedBy(), actor, "A lapse");
        if (carryOvers.isAnyFiled(lapse.year())) {
            throw Refusal.conflict(
                    "CARRY_OVER_UNDECIDED",
                    "Applications to carry over into " + lapse.year() + " wait for a decision.");
        }
        database.update(
                """
                update lapse set state = 'APPROVED', approved_at = ?, approved_by = ?
                where lapse = ? and state = 'PROPOSED'\
                """,
                clock.now(),
                actor,
                number);
    }

    /** Lapses some holdings in a transaction of its own; tells how many, 0 when none is left. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int step(String number, String actor) {
        Lapse lapse = find(number);
        CarryOver plan = requirePlan(lapse.year());
        List<Holding> holdings =
                database.query(
                        """
                        select held.account, held.product
                        from holding held join product using (product)
                        where kind = 'ALLOWANCE' and vintage_to <= ? and held.available > 0
                        order by held.account, held.product limit ?\
                        """,
                        row ->
                                new Holding(
                                        AccountId.of(row.text("account")),
                                        ProductCode.of(row.text("product"))),
                        plan.vintageTo(),
                        HOLDINGS);
        HoldingsBook book = ledger.lock(holdings);
        OffsetDateTime now = clock.now();
        List<Holding> lapsed = new ArrayList<>();
        for (Holding holding : holdings) {
            long available = book.balance(holding).available();
            if (available > 0) {
                book.post(
                        Posting.move(
                                new Posting.Cause(PostingReason.LAPSE, number, actor, now),
                                new Place.Held(holding.account(), Bucket.AVAILABLE),
                                Place.SystemAccount.LAPSED,
                                holding.product(),
                                Tonnes.of(available)));
                lapsed.add(holding);
            }
        }
        publish(lapse, lapsed, book, now);
        return lapsed.size();
    }

    private void publish(Lapse lapse, List<Holding> lapsed, HoldingsBook book, OffsetDateTime now) {
        List<AllowancesLapsed> events = new ArrayList<>();
        var sealed = ledger.write(book);
        for (int i = 0; i < lapsed.size(); i++) {
            Posting posting = sealed.get(i).posting();
            events.add(
                    new AllowancesLapsed(
                            sealed.get(i).number(),
                            lapsed.get(i).account(),
                            lapse.year(),
                            lapsed.get(i).product(),
                            Tonnes.of(posting.entries().getLast().tonnes()),
                            now));
        }
        outbox.publish(events);
    }

    @Transactional
    Lapse find(String number) {
        return database.find(
                        """
                        select lapse.*,
                               coalesce((select sum(e.tonnes) from posting p
                                         join entry e on e.posting = p.number
                                         where p.reason = 'LAPSE' and p.document = lapse.lapse
                                           and e.place = 'LAPSED'), 0)::bigint as lapsed
                        from lapse where lapse = ?\
                        """,
                        this::lapse,
                        number)
                .orElseThrow(() ->
                        Refusal.notFound("LAPSE_UNKNOWN", "There is no lapse " + number + "."));
    }

    private Lapse lapse(Row row) throws SQLException {
        int year = Math.toIntExact(row.number("year"));
        boolean approved = row.textOrNull("approved_by") != null;
        return new Lapse(
                row.text("lapse"),
                year,
                row.text("document"),
                Lapse.State.valueOf(row.text("state")),
                row.text("proposed_by"),
                row.time("proposed_at"),
                row.textOrNull("approved_by"),
                approved ? row.time("approved_at") : null,
                row.number("lapsed"),
                waiting(requirePlan(year).vintageTo()));
    }

    private long waiting(int vintageTo) {
        return database.find(
                        """
                        select coalesce(sum(in_trading + delivering + frozen), 0)::bigint as tonnes
                        from holding join product using (product)
                        where kind = 'ALLOWANCE' and vintage_to <= ?\
                        """,
                        row -> row.number("tonnes"),
                        vintageTo)
                .orElse(0L);
    }
}
