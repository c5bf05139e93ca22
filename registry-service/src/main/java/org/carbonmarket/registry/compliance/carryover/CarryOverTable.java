package org.carbonmarket.registry.compliance.carryover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.rulesets.RuleSet;
import org.jspecify.annotations.Nullable;

/** Applications as they are stored, and the figures their limit is reckoned from. */
@ApplicationScoped
@Transactional
class CarryOverTable {

    private final Database database;

    CarryOverTable(Database database) {
        this.database = database;
    }

    String nextNumber() {
        return database.find(
                        "select 'CO-' || nextval('carry_over_number') as number",
                        row -> row.text("number"))
                .orElseThrow();
    }

    /** One application of an account after the other, so that two cannot both find room. */
    void queue(AccountId account) {
        database.find(
                "select pg_advisory_xact_lock(hashtextextended('carry-over ' || ?, 0)) as queued",
                row -> account,
                account.value());
    }

    void insert(CarryOverApplication filed) {
        database.update(
                """
                insert into carry_over
                    (carry_over, number, account, year, product, into_product, tonnes, state,
                     filed_at, filed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                filed.carryOver(),
                filed.number(),
                filed.account().value(),
                filed.year(),
                filed.product().value(),
                filed.into().value(),
                filed.tonnes().value(),
                filed.state().name(),
                filed.filedAt(),
                filed.filedBy());
    }

    void decide(CarryOverApplication decided) {
        database.update(
                """
                update carry_over
                set state = ?, decided_at = ?, decided_by = ?, posting = ?::bigint
                where carry_over = ?\
                """,
                decided.state().name(),
                decided.decidedAt(),
                decided.decidedBy(),
                decided.posting(),
                decided.carryOver());
    }

    Optional<CarryOverApplication> lock(String number) {
        return database.find(
                "select * from carry_over where carry_over = ? for update",
                CarryOverTable::carryOver,
                number);
    }

    /** Newest first. */
    List<CarryOverApplication> page(
            @Nullable AccountId account, @Nullable Integer year, @Nullable Long before, int limit) {
        return database.query(
                """
                select * from carry_over
                where number < ? and account = coalesce(?, account) and year = coalesce(?, year)
                order by number desc limit ?\
                """,
                CarryOverTable::carryOver,
                before == null ? Long.MAX_VALUE : before,
                account == null ? null : account.value(),
                year,
                limit);
    }

    /** What is waiting for a decision on a year. */
    boolean isAnyFiled(int year) {
        return database.find(
                        "select 1 as one from carry_over where year = ? and state = 'FILED' limit"
                                + " 1",
                        row -> row.number("one"),
                        year)
                .isPresent();
    }

    CarryOverLimit limitOf(AccountId account, RuleSet rules, int year) {
        var plan = rules.carryOver();
        if (plan == null) {
            throw new IllegalArgumentException(rules.ruleSet() + " carries nothing over");
        }
        OffsetDateTime salesFrom =
                plan.netSalesFrom().atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
        OffsetDateTime salesTo =
                plan.netSalesTo().plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
        OffsetDateTime heldBefore =
                plan.heldAt().plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
        Tonnes sold = delivered("seller", account, salesFrom, salesTo);
        Tonnes bought = delivered("buyer", account, salesFrom, salesTo);
        Tonnes held = held(account, plan.vintageFrom(), plan.vintageTo(), heldBefore);
        return new CarryOverLimit(
                account,
                year,
                sold,
                bought,
                held,
                plan.most(sold, bought, held),
                filed(account, year));
    }

    private Tonnes delivered(
            String side, AccountId account, OffsetDateTime from, OffsetDateTime to) {
        return sum(
                """
                select coalesce(sum(tonnes), 0)::bigint as tonnes
                from delivery join product using (product)
                where %s = ? and state = 'COMPLETED' and kind = 'ALLOWANCE'
                  and changed_at >= ? and changed_at < ?\
                """
                        .formatted(side),
                account.value(),
                from,
                to);
    }

    /** From the ledger's entries, which tell what was held at any time. */
    private Tonnes held(AccountId account, int vintageFrom, int vintageTo, OffsetDateTime before) {
        return sum(
                """
                select coalesce(sum(e.tonnes), 0)::bigint as tonnes
                from entry e
                join posting p on p.number = e.posting
                join product on product.product = e.product
                where e.place = ? and e.bucket is not null and product.kind = 'ALLOWANCE'
                  and product.vintage_from >= ? and product.vintage_to <= ? and p.posted_at < ?\
                """,
                account.value(),
                vintageFrom,
                vintageTo,
                before);
    }

    private Tonnes filed(AccountId account, int year) {
        return sum(
                """
                select coalesce(sum(tonnes), 0)::bigint as tonnes from carry_over
                where account = ? and year = ? and state <> 'REFUSED'\
                """,
                account.value(),
                year);
    }

    private Tonnes sum(String sql, Object... parameters) {
        return database.find(sql, row -> Tonnes.of(row.number("tonnes")), parameters)
                .orElse(Tonnes.ZERO);
    }

    private static CarryOverApplication carryOver(Row row) throws SQLException {
        boolean decided = row.textOrNull("decided_by") != null;
        String posting = row.textOrNull("posting");
        return new CarryOverApplication(
                row.text("carry_over"),
                AccountId.of(row.text("account")),
                Math.toIntExact(row.number("year")),
                ProductCode.of(row.text("product")),
                ProductCode.of(row.text("into_product")),
                Tonnes.of(row.number("tonnes")),
                CarryOverApplication.State.valueOf(row.text("state")),
                row.text("filed_by"),
                row.time("filed_at"),
                row.textOrNull("decided_by"),
                decided ? row.time("decided_at") : null,
                posting == null ? null : Long.valueOf(posting));
    }
}
