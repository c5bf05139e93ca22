package org.carbonmarket.trading.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.carbonmarket.events.quantity.Market;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** How far the projection of a market has come. */
@ApplicationScoped
public class AsOf {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Session database;

    @Inject
    AsOf(Session database) {
        this.database = database;
    }

    /** The business time of the newest projected event, null before the first. */
    public @Nullable OffsetDateTime of(Market market) {
        List<OffsetDateTime> found =
                database.createNativeQuery(
                                "SELECT as_of FROM projection_progress WHERE market = ?1",
                                OffsetDateTime.class)
                        .setParameter(1, market.name())
                        .getResultList();
        return found.isEmpty() ? null : shanghai(found.getFirst());
    }

    /** A stored instant as the market writes times. */
    public static OffsetDateTime shanghai(OffsetDateTime stored) {
        return stored.atZoneSameInstant(SHANGHAI).toOffsetDateTime();
    }
}
