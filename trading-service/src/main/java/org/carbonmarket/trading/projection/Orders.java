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
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The projected orders. */
@ApplicationScoped
class Orders implements PanacheRepositoryBase<OrderRow, String> {

    Optional<OrderRow> find(OrderId order) {
        return findByIdOptional(order.toString());
    }

    /** The order that a retry with this command turned out to be. */
    Optional<OrderRow> findFirstOf(String command) {
        List<String> first =
                getEntityManager()
                        .unwrap(Session.class)
                        .createNativeQuery(
                                "SELECT first_order FROM repeated_order WHERE command = ?1",
                                String.class)
                        .setParameter(1, command)
                        .getResultList();
        return first.stream().findFirst().flatMap(this::findByIdOptional);
    }

    /** Whether orders that came after this number are projected: then its own answer is too. */
    boolean arePast(OrderId order) {
        return find("market = ?1 and position > ?2", order.market(), order.position())
                .range(0, 0)
                .firstResultOptional()
                .isPresent();
    }

    /** Orders below a position, newest first; absent filters let everything through. */
    List<OrderRow> page(
            Market market,
            @Nullable AccountId account,
            @Nullable ProductCode product,
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
        if (product != null) {
            query.append(" and product = :product");
            parameters.put("product", product.value());
        }
        if (state != null) {
            query.append(" and state = :state");
            parameters.put("state", state);
        }
        query.append(" order by position desc");
        return find(query.toString(), parameters).page(0, rows).list();
    }
}
