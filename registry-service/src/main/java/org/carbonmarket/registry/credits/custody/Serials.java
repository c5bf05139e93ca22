package org.carbonmarket.registry.credits.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.credits.serial.CreditBlock;
import org.carbonmarket.registry.credits.serial.SerialBook;
import org.carbonmarket.registry.credits.serial.SerialRange;
import org.carbonmarket.registry.credits.serial.Standing;
import org.carbonmarket.registry.products.CreditProduct;
import org.jspecify.annotations.Nullable;

/**
 * The serials as they are stored. Acts on serials are done one after the other, under one lock that
 * is taken after those on accounts and before those on holdings.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Serials {

    private static final String BLOCKS =
            """
            select block.*, batch.project, batch.vintage
            from credit_block block join credit_batch batch using (batch)
            """;

    private static final String FIRST_POOLED =
            """
            select queue.*, batch.project, batch.vintage
            from (select *, sum(last_serial - first_serial + 1)
                             over (order by act, first_serial)
                             - (last_serial - first_serial + 1) as before
                  from credit_block where standing = 'POOLED') queue
            join credit_batch batch using (batch)
            where before < ?
            order by act, first_serial\
            """;

    private final Database database;

    Serials(Database database) {
        this.database = database;
    }

    /**
     * One act on serials.
     *
     * @param number counts acts from 1 without a gap
     * @param nextSerial the number of the next credit to be issued
     */
    public record Act(long number, long nextSerial) {}

    /** Begins an act; the next one begins when the transaction of this one is over. */
    public Act begin() {
        return database.find(
                        "update credit_counter set acts = acts + 1 returning acts, last_serial",
                        row -> new Act(row.number("acts"), row.number("last_serial") + 1))
                .orElseThrow();
    }

    /** A book on what an account holds of a project's vintage. */
    public SerialBook heldBy(AccountId account, CreditProduct product) {
        return new SerialBook(
                database.query(
                        BLOCKS
                                + """
                                where standing = 'HELD' and account = ? and project = ?
                                  and vintage = ?\
                                """,
                        Serials::block,
                        account.value(),
                        product.project(),
                        product.vintage()));
    }

    /** A book on those credits behind fungible units whose turn it is, as many as asked. */
    public SerialBook firstPooled(long units) {
        return new SerialBook(database.query(FIRST_POOLED, Serials::block, units));
    }

    /** Stores what an act did. */
    public void store(Act act, SerialBook book, long posting, OffsetDateTime at) {
        List<CreditBlock> changed = book.changed();
        // In the order of serials: a block shrinks before what was cut off it is inserted.
        database.update(
                """
                insert into credit_block
                    (first_serial, last_serial, batch, standing, account, retirement, act)
                select * from unnest(?, ?, ?, ?, ?, ?, ?)
                on conflict (first_serial) do update
                set last_serial = excluded.last_serial, standing = excluded.standing,
                    account = excluded.account, retirement = excluded.retirement,
                    act = excluded.act\
                """,
                Column.bigint(changed, block -> block.serials().first()),
                Column.bigint(changed, block -> block.serials().last()),
                Column.text(changed, block -> block.origin().batch()),
                Column.text(changed, block -> name(block.standing())),
                Column.text(changed, block -> account(block.standing())),
                Column.text(changed, block -> retirement(block.standing())),
                Column.bigint(changed, CreditBlock::act));
        storeMoves(act, book.moves(), posting, at);
    }

    private void storeMoves(Act act, List<SerialBook.Move> moves, long posting, OffsetDateTime at) {
        database.update(
                """
                insert into credit_move
                    (act, first_serial, last_serial, from_standing, from_account,
                     to_standing, to_account, posting, moved_at)
                select ?, move.*, ?, ? from unnest(?, ?, ?, ?, ?, ?) as move\
                """,
                act.number(),
                posting,
                at,
                Column.bigint(moves, move -> move.serials().first()),
                Column.bigint(moves, move -> move.serials().last()),
                Column.text(moves, move -> move.from() == null ? null : name(move.from())),
                Column.text(moves, move -> move.from() == null ? null : account(move.from())),
                Column.text(moves, move -> name(move.to())),
                Column.text(moves, move -> account(move.to())));
    }

    /** Counts the serials of an issuance as given out. */
    public void countIssued(long units) {
        database.update("update credit_counter set last_serial = last_serial + ?", units);
    }

    /** Ranges as a posting's document names them, so that the hash chain covers them. */
    public static String text(List<CreditBlock> blocks) {
        return blocks.stream()
                .map(CreditBlock::serials)
                .sorted()
                .map(SerialRange::toString)
                .collect(Collectors.joining(" ", "serials ", ""));
    }

    static CreditBlock block(Row row) throws SQLException {
        return new CreditBlock(
                new SerialRange(row.number("first_serial"), row.number("last_serial")),
                new CreditBlock.Origin(
                        row.text("project"),
                        row.text("batch"),
                        Math.toIntExact(row.number("vintage"))),
                standing(row),
                row.number("act"));
    }

    private static Standing standing(Row row) throws SQLException {
        return switch (row.text("standing")) {
            case "HELD" -> new Standing.Held(AccountId.of(row.text("account")));
            case "POOLED" -> new Standing.Pooled();
            default -> new Standing.Retired(row.text("retirement"));
        };
    }

    private static String name(Standing standing) {
        return switch (standing) {
            case Standing.Held _ -> "HELD";
            case Standing.Pooled _ -> "POOLED";
            case Standing.Retired _ -> "RETIRED";
        };
    }

    private static @Nullable String account(Standing standing) {
        return standing instanceof Standing.Held(var account) ? account.value() : null;
    }

    private static @Nullable String retirement(Standing standing) {
        return standing instanceof Standing.Retired(var retirement) ? retirement : null;
    }
}
