package org.carbonmarket.trading.projection;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradingMethod;
import org.jspecify.annotations.Nullable;

/**
 * A trade from the side of one account.
 *
 * @param voidedBy the number of its voiding; absent while it counts
 */
public record ExecutionView(
        TradeId trade,
        OrderId order,
        AccountId account,
        LocalDate day,
        ProductCode product,
        Side side,
        TradingMethod method,
        Price price,
        Tonnes quantity,
        Money amount,
        Money fee,
        @Nullable TradeId voidedBy,
        OffsetDateTime at) {}
