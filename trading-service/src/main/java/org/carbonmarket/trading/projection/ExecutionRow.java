package org.carbonmarket.trading.projection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradingMethod;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the projected executions, read only. */
@Entity
@Immutable
@Table(name = "market_execution")
@SuppressWarnings("NullAway.Init") // Filled from the row.
class ExecutionRow {

    @Id String id;

    @Enumerated(EnumType.STRING)
    Market market;

    long sequence;
    LocalDate day;
    String product;

    @Enumerated(EnumType.STRING)
    TradingMethod method;

    long price;
    long quantity;
    long amount;
    String buyer;
    String seller;

    @Column(name = "buy_order")
    String buyOrder;

    @Column(name = "sell_order")
    String sellOrder;

    @Column(name = "buyer_fee")
    long buyerFee;

    @Column(name = "seller_fee")
    long sellerFee;

    @Column(name = "voided_by")
    @Nullable String voidedBy;

    OffsetDateTime at;

    protected ExecutionRow() {}

    /** The trade as one of its parties may see it: the other party stays unnamed. */
    ExecutionView viewOf(AccountId account) {
        boolean isBuyer = buyer.equals(account.value());
        return new ExecutionView(
                TradeId.parse(id),
                OrderId.parse(isBuyer ? buyOrder : sellOrder),
                account,
                day,
                ProductCode.of(product),
                isBuyer ? Side.BUY : Side.SELL,
                method,
                Price.ofFen(price),
                Tonnes.of(quantity),
                Money.ofFen(amount),
                Money.ofFen(isBuyer ? buyerFee : sellerFee),
                voidedBy == null ? null : TradeId.parse(voidedBy),
                AsOf.shanghai(at));
    }
}
