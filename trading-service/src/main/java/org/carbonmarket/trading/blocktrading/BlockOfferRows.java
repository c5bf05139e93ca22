package org.carbonmarket.trading.blocktrading;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;

/** The projected block offers; lists are newest first and begin below a position. */
@ApplicationScoped
class BlockOfferRows implements PanacheRepositoryBase<BlockOfferRow, String> {

    private static final String PAGE = "market = :market and position < :before and ";
    private static final String NEWEST_FIRST = " order by position desc";

    Optional<BlockOfferRow> find(OrderId offer) {
        return findByIdOptional(offer.toString());
    }

    /** What is published and stands; what the time ended is left out before the market says so. */
    List<BlockOfferRow> published(Market market, OffsetDateTime now, long before, int rows) {
        return page(
                market,
                before,
                "counterparty is null and state = :standing"
                        + " and (goodUntil is null or goodUntil > :now)",
                Map.of("standing", OfferState.STANDING, "now", now),
                rows);
    }

    List<BlockOfferRow> ownedBy(Market market, AccountId account, long before, int rows) {
        Map<String, Object> owner = Map.of("account", account.value());
        return page(market, before, "account = :account", owner, rows);
    }

    List<BlockOfferRow> madeTo(Market market, AccountId account, long before, int rows) {
        Map<String, Object> counterparty = Map.of("account", account.value());
        return page(market, before, "counterparty = :account", counterparty, rows);
    }

    private List<BlockOfferRow> page(
            Market market, long before, String wanted, Map<String, Object> values, int rows) {
        Map<String, Object> parameters = new HashMap<>(values);
        parameters.put("market", market);
        parameters.put("before", before);
        return find(PAGE + wanted + NEWEST_FIRST, parameters).page(0, rows).list();
    }
}
