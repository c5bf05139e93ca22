package org.carbonmarket.settlement.deliverypayment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.settlement.deliverypayment.Instruction.State;

/** The instructions as they are stored, read and written in bulk. */
@ApplicationScoped
class InstructionTable implements Instructions {

    /** How far past a turn is looked at once. */
    private static final int AHEAD = 500;

    private final Database database;

    InstructionTable(Database database) {
        this.database = database;
    }

    /** Locks the markets' payment orders, first of all locks; tells the next trade of each. */
    Map<Market, Long> lockTurns(Set<Market> markets) {
        Map<Market, Long> turns = new EnumMap<>(Market.class);
        database.stream(
                """
                select * from payment_order where market = any (?) order by market for update\
                """,
                row -> turns.put(Market.valueOf(row.text("market")), row.number("next_trade")),
                Column.text(markets, Market::name));
        return turns;
    }

    void storeTurns(Map<Market, Long> turns) {
        var rows = turns.entrySet();
        database.update(
                """
                update payment_order held set next_trade = now.next_trade
                from unnest(?, ?) as now (market, next_trade)
                where held.market = now.market and held.next_trade <> now.next_trade\
                """,
                Column.text(rows, row -> row.getKey().name()),
                Column.bigint(rows, Map.Entry::getValue));
    }

    /** Those of the trades that have an instruction. */
    List<Instruction> find(Collection<TradeId> trades) {
        return database.query(
                """
                select held.* from instruction held
                join unnest(?, ?) as asked (market, trade) using (market, trade)\
                """,
                InstructionTable::instruction,
                Column.text(trades, trade -> trade.market().name()),
                Column.bigint(trades, TradeId::sequence));
    }

    @Override
    public Optional<Instruction> find(TradeId trade) {
        return find(Set.of(trade)).stream().findFirst();
    }

    @Override
    public List<Instruction> inTurnFrom(TradeId turn) {
        return database.query(
                """
                select * from instruction
                where market = ? and trade >= ? and trade < ? and state in ('LOCKED', 'REJECTED')
                order by trade\
                """,
                InstructionTable::instruction,
                turn.market().name(),
                turn.sequence(),
                turn.sequence() + AHEAD);
    }

    /** New instructions; a trade that has one keeps it. */
    void insert(List<Instruction> requested) {
        database.update(
                """
                insert into instruction
                    (market, trade, day, product, tonnes, fen, buyer, seller, buyer_fee,
                     seller_fee, state, requested_at, voids)
                select market, trade, day, product, tonnes, fen, buyer, seller, buyer_fee,
                       seller_fee, state, requested_at, nullif(voids, 0)
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as fresh (market, trade, day, product, tonnes, fen, buyer, seller, buyer_fee,
                              seller_fee, state, requested_at, voids)\
                """,
                Column.text(requested, each -> each.trade().market().name()),
                Column.bigint(requested, each -> each.trade().sequence()),
                Column.day(requested, Instruction::day),
                Column.text(requested, each -> each.product().value()),
                Column.bigint(requested, each -> each.tonnes().value()),
                Column.bigint(requested, each -> each.amount().fen()),
                Column.text(requested, each -> each.buyer().value()),
                Column.text(requested, each -> each.seller().value()),
                Column.bigint(requested, each -> each.buyerFee().fen()),
                Column.bigint(requested, each -> each.sellerFee().fen()),
                Column.text(requested, each -> each.state().name()),
                Column.time(requested, Instruction::requestedAt),
                Column.bigint(requested, InstructionTable::voids));
    }

    void update(List<Instruction> changed) {
        database.update(
                """
                update instruction held
                set state = now.state, cause = now.cause, answered_at = now.answered_at,
                    ended_at = now.ended_at, delivered_at = now.delivered_at
                from unnest(?, ?, ?, ?, ?, ?, ?)
                    as now (market, trade, state, cause, answered_at, ended_at, delivered_at)
                where held.market = now.market and held.trade = now.trade\
                """,
                Column.text(changed, each -> each.trade().market().name()),
                Column.bigint(changed, each -> each.trade().sequence()),
                Column.text(changed, each -> each.state().name()),
                Column.text(changed, Instruction::cause),
                Column.time(changed, Instruction::answeredAt),
                Column.time(changed, Instruction::endedAt),
                Column.time(changed, Instruction::deliveredAt));
    }

    private static long voids(Instruction instruction) {
        TradeId voided = instruction.voids();
        return voided == null ? 0 : voided.sequence();
    }

    private static Instruction instruction(Row row) throws SQLException {
        Market market = Market.valueOf(row.text("market"));
        long voided = row.number("voids");
        return new Instruction(
                new TradeId(market, row.number("trade")),
                row.day("day"),
                ProductCode.of(row.text("product")),
                Tonnes.of(row.number("tonnes")),
                Money.ofFen(row.number("fen")),
                AccountId.of(row.text("buyer")),
                AccountId.of(row.text("seller")),
                Money.ofFen(row.number("buyer_fee")),
                Money.ofFen(row.number("seller_fee")),
                voided == 0 ? null : new TradeId(market, voided),
                State.valueOf(row.text("state")),
                row.textOrNull("cause"),
                row.time("requested_at"),
                row.timeOrNull("answered_at"),
                row.timeOrNull("ended_at"),
                row.timeOrNull("delivered_at"));
    }
}
