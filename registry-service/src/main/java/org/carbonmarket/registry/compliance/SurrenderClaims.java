package org.carbonmarket.registry.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.registry.products.Product;
import org.carbonmarket.registry.products.Products;
import org.carbonmarket.registry.province.Arrears;
import org.carbonmarket.registry.province.SurrenderFirst;

/**
 * What an entity in arrears gets is kept by the province; its overdue surrender is taken of that
 * first, the oldest year first.
 */
@ApplicationScoped
@Transactional
class SurrenderClaims implements Arrears, SurrenderFirst {

    private final ObligationTable obligations;
    private final Surrenders surrenders;
    private final YearRules rules;
    private final Products products;
    private final Database database;

    SurrenderClaims(
            ObligationTable obligations,
            Surrenders surrenders,
            YearRules rules,
            Products products,
            Database database) {
        this.obligations = obligations;
        this.surrenders = surrenders;
        this.rules = rules;
        this.products = products;
        this.database = database;
    }

    @Override
    public Set<AccountId> inArrears(Collection<AccountId> accounts) {
        return new HashSet<>(
                database.query(
                        """
                        select distinct account from obligation
                        where state = 'OVERDUE' and account = any (?)
                          and surrendered + offsets + deducted < obligation\
                        """,
                        row -> AccountId.of(row.text("account")),
                        Column.text(accounts, AccountId::value)));
    }

    @Override
    public Tonnes surrender(
            AccountId entity,
            AccountId provincial,
            ProductCode product,
            Tonnes kept,
            String actor) {
        Product allowance = products.find(product).orElseThrow();
        long left = kept.value();
        for (Obligation overdue : obligations.lockOverdue(entity)) {
            long taken = Math.min(left, overdue.remaining().value());
            boolean admitted =
                    rules.of(entity, overdue.year())
                            .surrender()
                            .admits(allowance.vintageFrom(), allowance.vintageTo());
            if (taken > 0 && admitted) {
                surrenders.allowances(overdue, provincial, product, Tonnes.of(taken), actor);
                left -= taken;
            }
        }
        return Tonnes.of(kept.value() - left);
    }
}
