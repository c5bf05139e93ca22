package org.carbonmarket.registry.holdings.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.registry.accounts.ClosingCondition;

/** An account closes with empty holdings only (Registration Rules, Article 13). */
@ApplicationScoped
class HoldingsMustBeEmpty implements ClosingCondition {

    private final Database database;

    HoldingsMustBeEmpty(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Obstacle> obstacleTo(AccountId account) {
        return database.find(
                """
                select product, available + in_trading + delivering + frozen as held
                from holding
                where account = ? and available + in_trading + delivering + frozen > 0
                order by product\
                """,
                row ->
                        new Obstacle(
                                "HOLDINGS_NOT_EMPTY",
                                "Account %s still holds %d t of %s."
                                        .formatted(
                                                account, row.number("held"), row.text("product"))),
                account.value());
    }
}
