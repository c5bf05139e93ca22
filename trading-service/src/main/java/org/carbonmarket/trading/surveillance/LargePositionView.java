package org.carbonmarket.trading.surveillance;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;

/** A position that reached its share of the limit, as reported that day. */
public record LargePositionView(
        LocalDate day,
        AccountId account,
        ProductCode product,
        Tonnes tonnes,
        Tonnes limit,
        OffsetDateTime at) {}
