package org.carbonmarket.edge.clock;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The time of the market's business, in Asia/Shanghai. Everything that needs time asks here. */
public interface BusinessClock {

    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    OffsetDateTime now();

    default LocalDate today() {
        return now().toLocalDate();
    }
}
