package org.carbonmarket.trading.auction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;

/** The projected bids of an account, newest first. */
@ApplicationScoped
class BidRows implements PanacheRepositoryBase<BidRow, String> {

    List<BidRow> page(Market market, AccountId account, long before, int rows) {
        return find(
                        "market = ?1 and account = ?2 and position < ?3 order by position desc",
                        market,
                        account.value(),
                        before)
                .page(0, rows)
                .list();
    }
}
