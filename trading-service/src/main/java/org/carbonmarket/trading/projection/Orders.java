package org.carbonmarket.trading.projection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.jspecify.annotations.Nullable;

/** The projected orders. */
@ApplicationScoped
class Orders implements PanacheRepositoryBase<OrderRow, String> {

    Optional<OrderRow> find(OrderId order) {
        return findByIdOptional(order.toString());
    }

    /** Orders below a position, newest first; absent filters let everything through. */
    List<OrderRow> page(
            Market market,
            @Nullable AccountId account,
            @Nullable OrderState state,
            long before,
            int rows) {
        StringBuilder query = new StringBuilder("market = :market and position < :before");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("market", market);
        parameters.put("before", before);
        if (account != null) {
            query.append(" and account = :account");
            parameters.put("account", account.value());
        }
        if (state != null) {
            query.append(" and state = :state");
            parameters.put("state", state);
        }
        query.append(" order by position desc");
        return find(query.toString(), parameters).page(0, rows).list();
    }
}
