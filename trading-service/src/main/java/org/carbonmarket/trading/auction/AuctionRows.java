package org.carbonmarket.trading.auction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;

/** The projected auctions, newest first. */
@ApplicationScoped
class AuctionRows implements PanacheRepositoryBase<AuctionRow, String> {

    Optional<AuctionRow> find(OrderId auction) {
        return findByIdOptional(auction.toString());
    }

    List<AuctionRow> page(Market market, long before, int rows) {
        return find("market = ?1 and position < ?2 order by position desc", market, before)
                .page(0, rows)
                .list();
    }
}
