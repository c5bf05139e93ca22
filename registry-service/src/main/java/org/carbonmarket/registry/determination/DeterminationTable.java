package org.carbonmarket.registry.determination;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.determination.Determination.Progress;
import org.carbonmarket.registry.determination.Determination.State;
import org.carbonmarket.registry.determination.Entitlements.EntityDue;
import org.jspecify.annotations.Nullable;

/** Determinations, and what they found for units and entities, as they are stored. */
@ApplicationScoped
class DeterminationTable {

    /** What a take-back wanted and did not get is the rest of the wanted difference. */
    private static final String PROGRESS =
            """
            select count(*) filter (where state <> 'WAITING') as done,
                   count(*) filter (where state = 'REFUSED') as refused,
                   coalesce(sum(moved) filter (where moved > 0), 0)::bigint as issued,
                   coalesce(-sum(moved) filter (where moved < 0), 0)::bigint as taken_back,
                   coalesce(sum(short), 0)::bigint as outstanding
            from determined_entity where determination = ?\
            """;

    private final Database database;

    DeterminationTable(Database database) {
        this.database = database;
    }

    long nextNumber() {
        return database.find(
                        "select nextval('determination_number') as number",
                        row -> row.number("number"))
                .orElseThrow();
    }

    void insert(long number, Determination filed) {
        database.update(
                """
                insert into determination
                    (determination, number, stage, rule_set, rule_set_version, year, product,
                     document, state, units, entities, due, filed_by, filed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                filed.determination(),
                number,
                filed.stage().name(),
                filed.ruleSet(),
                filed.ruleSetVersion(),
                filed.year(),
                filed.product().value(),
                filed.document(),
                filed.state().name(),
                filed.units(),
                filed.entities(),
                filed.due().value(),
                filed.filedBy(),
                filed.filedAt());
    }

    void insertUnits(String determination, List<DeterminedUnit> units) {
        database.update(
                """
                insert into determined_unit
                    (determination, line, unit, account, unit_class, emissions, factor, due,
                     working)
                select ?, line, unit, account, unit_class, emissions, factor::numeric, due, working
                from unnest(?, ?, ?, ?, ?, ?, ?, ?) as found
                    (line, unit, account, unit_class, emissions, factor, due, working)\
                """,
                determination,
                Column.bigint(units, DeterminedUnit::line),
                Column.text(units, DeterminedUnit::unit),
                Column.text(units, unit -> unit.account().value()),
                Column.text(units, DeterminedUnit::unitClass),
                Column.bigint(units, unit -> unit.emissions().value()),
                Column.text(units, unit -> unit.factor().toPlainString()),
                Column.bigint(units, unit -> unit.due().value()),
                Column.text(units, DeterminedUnit::working));
    }

    void insertEntities(Determination filed, List<EntityDue> entities) {
        database.update(
                """
                insert into determined_entity
                    (determination, account, first_line, units, units_due, emissions, deducted,
                     due, issued_before, state)
                select ?, found.*, coalesce(position.tonnes, 0), 'WAITING'
                from unnest(?, ?, ?, ?, ?, ?, ?) as found
                    (account, first_line, units, units_due, emissions, deducted, due)
                left join allocation_position position
                    on position.account = found.account and position.product = ?
                       and position.year = ?\
                """,
                filed.determination(),
                Column.text(entities, entity -> entity.account().value()),
                Column.bigint(entities, EntityDue::firstLine),
                Column.bigint(entities, EntityDue::units),
                Column.bigint(entities, entity -> entity.unitsDue().value()),
                Column.bigint(entities, entity -> entity.emissions().value()),
                Column.bigint(entities, entity -> entity.deducted().value()),
                Column.bigint(entities, entity -> entity.due().value()),
                filed.product().value(),
                filed.year());
    }

    Optional<Determination> find(String determination) {
        return database.find(
                "select * from determination where determination = ?",
                this::determination,
                determination);
    }

    /** Locks a determination, so that one approval or one batch at a time works on it. */
    Optional<Determination> lock(String determination) {
        return database.find(
                "select * from determination where determination = ? for update",
                this::determination,
                determination);
    }

    /** Newest first. */
    List<Determination> page(@Nullable Integer year, @Nullable Long before, int limit) {
        return database.query(
                """
                select * from determination
                where number < ? and (?::integer is null or year = ?)
                order by number desc limit ?\
                """,
                this::determination,
                before == null ? Long.MAX_VALUE : before,
                year,
                year,
                limit);
    }

    void approve(String determination, String actor, OffsetDateTime at) {
        database.update(
                """
                update determination set state = 'APPROVED', approved_by = ?, approved_at = ?
                where determination = ?\
                """,
                actor,
                at,
                determination);
    }

    void markPosted(String determination, OffsetDateTime at) {
        database.update(
                "update determination set state = 'POSTED', posted_at = ? where determination = ?",
                at,
                determination);
    }

    /** Another determination of the same entities and year approved after this one was filed. */
    Optional<String> overtaking(Determination filed) {
        return database.find(
                """
                select later.determination from determination later
                where later.product = ? and later.year = ? and later.approved_at >= ?
                  and later.determination <> ?
                  and exists (
                      select from determined_entity theirs
                      join determined_entity ours using (account)
                      where theirs.determination = later.determination and ours.determination = ?)
                limit 1\
                """,
                row -> row.text("determination"),
                filed.product().value(),
                filed.year(),
                filed.filedAt(),
                filed.determination(),
                filed.determination());
    }

    List<DeterminedUnit> unitsOf(
            String determination, @Nullable String account, long after, int limit) {
        return database.query(
                """
                select * from determined_unit
                where determination = ? and line > ? and (?::text is null or account = ?)
                order by line limit ?\
                """,
                DeterminationTable::unit,
                determination,
                after,
                account,
                account,
                limit);
    }

    private static DeterminedUnit unit(Row row) throws SQLException {
        return new DeterminedUnit(
                row.number("line"),
                row.text("unit"),
                AccountId.of(row.text("account")),
                row.text("unit_class"),
                Tonnes.of(row.number("emissions")),
                new BigDecimal(row.text("factor")),
                Tonnes.of(row.number("due")),
                row.text("working"));
    }

    private Determination determination(Row row) throws SQLException {
        String number = row.text("determination");
        State state = State.valueOf(row.text("state"));
        boolean approved = state != State.PREVIEWED;
        return new Determination(
                number,
                Stage.valueOf(row.text("stage")),
                row.text("rule_set"),
                Math.toIntExact(row.number("rule_set_version")),
                Math.toIntExact(row.number("year")),
                ProductCode.of(row.text("product")),
                row.text("document"),
                state,
                Math.toIntExact(row.number("units")),
                Math.toIntExact(row.number("entities")),
                Tonnes.of(row.number("due")),
                row.text("filed_by"),
                row.time("filed_at"),
                row.textOrNull("approved_by"),
                approved ? row.time("approved_at") : null,
                state == State.POSTED ? row.time("posted_at") : null,
                approved ? progressOf(number) : Progress.NONE);
    }

    private Progress progressOf(String determination) {
        return database.find(
                        PROGRESS,
                        row ->
                                new Progress(
                                        Math.toIntExact(row.number("done")),
                                        Math.toIntExact(row.number("refused")),
                                        Tonnes.of(row.number("issued")),
                                        Tonnes.of(row.number("taken_back")),
                                        Tonnes.of(row.number("outstanding"))),
                        determination)
                .orElseThrow();
    }
}
