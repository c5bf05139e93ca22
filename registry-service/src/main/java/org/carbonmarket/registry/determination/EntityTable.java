package org.carbonmarket.registry.determination;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.determination.DeterminedEntity.State;
import org.jspecify.annotations.Nullable;

/** Entities' parts of determinations, and what each entity has of a year's product. */
@ApplicationScoped
class EntityTable {

    private final Database database;

    EntityTable(Database database) {
        this.database = database;
    }

    /**
     * What an entity has of a year's product.
     *
     * @param isFinal whether its final determination was posted
     */
    record Position(long tonnes, boolean isFinal) {

        static final Position NOTHING = new Position(0, false);
    }

    /** The entities' positions; those without one are absent. */
    Map<AccountId, Position> positions(Plan plan, Collection<AccountId> accounts) {
        return positions(
                """
                select account, tonnes, final from allocation_position
                where product = ? and year = ? and account = any (?)\
                """,
                plan,
                accounts);
    }

    /** Locks the entities' positions until the transaction ends; a new one begins at nothing. */
    Map<AccountId, Position> lockPositions(Plan plan, Collection<AccountId> accounts) {
        database.update(
                """
                insert into allocation_position (product, year, account)
                select ?, ?, account from unnest(?) as asked (account)
                on conflict do nothing\
                """,
                plan.product().value(),
                plan.year(),
                Column.text(accounts, AccountId::value));
        return positions(
                """
                select account, tonnes, final from allocation_position
                where product = ? and year = ? and account = any (?)
                order by account for update\
                """,
                plan,
                accounts);
    }

    private Map<AccountId, Position> positions(
            String sql, Plan plan, Collection<AccountId> accounts) {
        Map<AccountId, Position> positions = new HashMap<>();
        database.stream(
                sql,
                row ->
                        positions.put(
                                AccountId.of(row.text("account")),
                                new Position(row.number("tonnes"), row.text("final").equals("t"))),
                plan.product().value(),
                plan.year(),
                Column.text(accounts, AccountId::value));
        return positions;
    }

    void movePositions(Plan plan, Collection<EntityMove> moves) {
        database.update(
                """
                update allocation_position position
                set tonnes = position.tonnes + moved.tonnes, final = position.final or ?
                from unnest(?, ?) as moved (account, tonnes)
                where position.account = moved.account and position.product = ?
                  and position.year = ?\
                """,
                plan.stage() == Stage.FINAL,
                Column.text(moves, move -> move.account().value()),
                Column.bigint(moves, EntityMove::moved),
                plan.product().value(),
                plan.year());
    }

    /** The owners of those of the units that were determined for the year before. */
    Map<String, AccountId> ownersOf(Plan plan, Collection<DeterminedUnit> units) {
        Map<String, AccountId> owners = new HashMap<>();
        database.stream(
                """
                select unit, account from determined_unit_owner
                where product = ? and year = ? and unit = any (?)\
                """,
                row -> owners.put(row.text("unit"), AccountId.of(row.text("account"))),
                plan.product().value(),
                plan.year(),
                Column.text(units, DeterminedUnit::unit));
        return owners;
    }

    /** The units determined for these entities for the year before. */
    Map<String, AccountId> unitsOf(Plan plan, Collection<AccountId> accounts) {
        Map<String, AccountId> owned = new HashMap<>();
        database.stream(
                """
                select unit, account from determined_unit_owner
                where product = ? and year = ? and account = any (?)\
                """,
                row -> owned.put(row.text("unit"), AccountId.of(row.text("account"))),
                plan.product().value(),
                plan.year(),
                Column.text(accounts, AccountId::value));
        return owned;
    }

    /** Records whose units these are; tells how many are theirs and nobody else's. */
    int claimUnits(Plan plan, String determination) {
        return database.update(
                """
                insert into determined_unit_owner as owner (unit, product, year, account)
                select unit, ?, ?, account from determined_unit where determination = ?
                order by unit
                on conflict (unit, product, year) do update set account = excluded.account
                    where owner.account = excluded.account\
                """,
                plan.product().value(),
                plan.year(),
                determination);
    }

    /** The next entities to post. */
    List<DeterminedEntity> waiting(String determination, int limit) {
        return database.query(
                """
                select * from determined_entity where determination = ? and state = 'WAITING'
                order by account limit ?\
                """,
                EntityTable::entity,
                determination,
                limit);
    }

    List<DeterminedEntity> page(
            String determination, @Nullable State state, @Nullable String after, int limit) {
        return database.query(
                """
                select * from determined_entity
                where determination = ? and account > ? and (?::text is null or state = ?)
                order by account limit ?\
                """,
                EntityTable::entity,
                determination,
                after == null ? "" : after,
                state == null ? null : state.name(),
                state == null ? null : state.name(),
                limit);
    }

    /** What approved determinations found for an entity, newest first. */
    List<EntityResult> resultsOf(AccountId account, @Nullable Long before, int limit) {
        return database.query(
                """
                select entity.*, stage, year, product
                from determined_entity entity join determination using (determination)
                where account = ? and number < ? and determination.state <> 'PREVIEWED'
                order by number desc limit ?\
                """,
                row ->
                        new EntityResult(
                                row.text("determination"),
                                Stage.valueOf(row.text("stage")),
                                Math.toIntExact(row.number("year")),
                                ProductCode.of(row.text("product")),
                                entity(row)),
                account.value(),
                before == null ? Long.MAX_VALUE : before,
                limit);
    }

    void markMoved(String determination, Collection<EntityMove> moves) {
        database.update(
                """
                update determined_entity entity
                set state = done.state, moved = done.moved, short = done.short,
                    posting = nullif(done.posting, 0), held_by = done.held_by, cause = done.cause
                from unnest(?, ?, ?, ?, ?, ?, ?)
                    as done (account, state, moved, short, posting, held_by, cause)
                where entity.determination = ? and entity.account = done.account\
                """,
                Column.text(moves, move -> move.account().value()),
                Column.text(moves, move -> move.state().name()),
                Column.bigint(moves, EntityMove::moved),
                Column.bigint(moves, EntityMove::shortBy),
                Column.bigint(moves, EntityMove::posting),
                Column.text(moves, EntityMove::heldBy),
                Column.text(moves, EntityMove::cause),
                determination);
    }

    private static DeterminedEntity entity(Row row) throws SQLException {
        State state = State.valueOf(row.text("state"));
        @Nullable String heldBy = row.textOrNull("held_by");
        long posting = row.number("posting");
        return new DeterminedEntity(
                AccountId.of(row.text("account")),
                row.number("first_line"),
                Math.toIntExact(row.number("units")),
                Tonnes.of(row.number("units_due")),
                Tonnes.of(row.number("emissions")),
                Tonnes.of(row.number("deducted")),
                Tonnes.of(row.number("due")),
                row.number("issued_before"),
                state,
                state == State.WAITING ? null : row.number("moved"),
                posting == 0 ? null : posting,
                heldBy == null ? null : AccountId.of(heldBy),
                row.textOrNull("cause"));
    }
}
