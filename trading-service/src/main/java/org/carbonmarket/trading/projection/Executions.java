package org.carbonmarket.trading.projection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;

/** The projected executions. */
@ApplicationScoped
class Executions implements PanacheRepositoryBase<ExecutionRow, String> {

    List<ExecutionRow> page(Market market, AccountId account, long before, int rows) {
        return find(
                        "market = ?1 and (buyer = ?2 or seller = ?2) and sequence < ?3"
                                + " order by sequence desc",
                        market,
                        account.value(),
                        before)
                .page(0, rows)
                .list();
    }
}
