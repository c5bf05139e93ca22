package org.carbonmarket.registry.deliveries;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.registry.accounts.ClosingCondition;

/** An account about to receive allowances is not closed over them. */
@ApplicationScoped
class DeliveriesMustBeOver implements ClosingCondition {

    private final Database database;

    DeliveriesMustBeOver(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Obstacle> obstacleTo(AccountId account) {
        return database.find(
                """
                select market || '-' || trade as trade from delivery
                where (buyer = ? and state = 'LOCKED') or (seller = ? and state = 'WAITING')
                   or (buyer = ? and state = 'WAITING')
                order by market, delivery.trade limit 1\
                """,
                row ->
                        new Obstacle(
                                "DELIVERY_PENDING",
                                "The delivery of trade %s to or from account %s is under way."
                                        .formatted(row.text("trade"), account)),
                account.value(),
                account.value(),
                account.value());
    }
}
