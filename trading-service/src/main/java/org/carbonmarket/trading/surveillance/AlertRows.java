package org.carbonmarket.trading.surveillance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.carbonmarket.events.quantity.Market;

/** The projected alerts, newest first. */
@ApplicationScoped
class AlertRows implements PanacheRepositoryBase<AlertRow, AlertRow.Key> {

    List<AlertRow> page(Market market, long before, int rows) {
        return find("market = ?1 and number < ?2 order by number desc", market, before)
                .page(0, rows)
                .list();
    }
}
