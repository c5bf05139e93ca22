package org.carbonmarket.registry.deliveries;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.holdings.Holding;

/** The deliveries as they are stored, read and written in bulk. */
@ApplicationScoped
class DeliveryTable implements IncomingDeliveries {

    private final Database database;

    DeliveryTable(Database database) {
        this.database = database;
    }

    /** Those of the trades that have a delivery, locked in order. */
    Map<TradeId, Delivery> lock(Collection<TradeId> trades) {
        Map<TradeId, Delivery> known = new HashMap<>();
        database.stream(
                """
                select held.* from delivery held
                join unnest(?, ?) as asked (market, trade) using (market, trade)
                order by held.market, held.trade
                for update of held\
                """,
                row -> {
                    Delivery delivery = delivery(row);
                    known.put(delivery.trade(), delivery);
                },
                Column.text(trades, trade -> trade.market().name()),
                Column.bigint(trades, TradeId::sequence));
        return known;
    }

    /** Requests of these sellers that wait, in trade order. */
    List<Delivery> waitingOn(Collection<Holding> sellers) {
        return database.query(
                """
                select waiting.* from delivery waiting
                join unnest(?, ?) as asked (seller, product) using (seller, product)
                where waiting.state = 'WAITING'
                order by waiting.market, waiting.trade\
                """,
                DeliveryTable::delivery,
                Column.text(sellers, holding -> holding.account().value()),
                Column.text(sellers, holding -> holding.product().value()));
    }

    @Override
    public List<TradeId> lockedBefore(TradeId trade, Holding receiver) {
        return database.query(
                """
                select trade from delivery
                where buyer = ? and product = ? and market = ? and trade < ?
                  and state = 'LOCKED'\
                """,
                row -> new TradeId(trade.market(), row.number("trade")),
                receiver.account().value(),
                receiver.product().value(),
                trade.market().name(),
                trade.sequence());
    }

    void store(Collection<Delivery> changed, OffsetDateTime at) {
        if (changed.isEmpty()) {
            return;
        }
        database.update(
                """
                insert into delivery
                    (market, trade, seller, buyer, product, tonnes, state, cause, changed_at)
                select now.*, ? from unnest(?, ?, ?, ?, ?, ?, ?, ?) as now
                on conflict (market, trade) do update
                set state = excluded.state, cause = excluded.cause,
                    changed_at = excluded.changed_at\
                """,
                at,
                Column.text(changed, delivery -> delivery.trade().market().name()),
                Column.bigint(changed, delivery -> delivery.trade().sequence()),
                Column.text(changed, delivery -> delivery.seller().value()),
                Column.text(changed, delivery -> delivery.buyer().value()),
                Column.text(changed, delivery -> delivery.product().value()),
                Column.bigint(changed, delivery -> delivery.tonnes().value()),
                Column.text(changed, delivery -> delivery.state().name()),
                Column.text(changed, Delivery::cause));
    }

    private static Delivery delivery(Row row) throws SQLException {
        return new Delivery(
                new TradeId(Market.valueOf(row.text("market")), row.number("trade")),
                AccountId.of(row.text("seller")),
                AccountId.of(row.text("buyer")),
                ProductCode.of(row.text("product")),
                Tonnes.of(row.number("tonnes")),
                DeliveryState.valueOf(row.text("state")),
                row.textOrNull("cause"));
    }
}
