package org.carbonmarket.trading.marketdata;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.jspecify.annotations.Nullable;

/** The projected trades as the public sees them. */
@ApplicationScoped
class PublicTrades implements PanacheRepositoryBase<TradeRow, String> {

    /** Voided trades count no more. */
    private static final String STANDING = "voidedBy is null and ";

    List<TradeRow> page(Market market, @Nullable ProductCode product, long before, int rows) {
        String order = " order by sequence desc";
        return (product == null
                        ? find(STANDING + "market = ?1 and sequence < ?2" + order, market, before)
                        : find(
                                STANDING + "market = ?1 and sequence < ?2 and product = ?3" + order,
                                market,
                                before,
                                product.value()))
                .page(0, rows)
                .list();
    }
}
