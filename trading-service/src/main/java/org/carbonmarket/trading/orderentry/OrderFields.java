package org.carbonmarket.trading.orderentry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.carbonmarket.trading.http.FormFields;
import org.jspecify.annotations.Nullable;

/** An order whose form is right; whether the market takes it is the market's decision. */
public record OrderFields(
        Market market,
        AccountId account,
        ProductCode product,
        Side side,
        Price price,
        Tonnes quantity,
        TimeInForce timeInForce,
        @Nullable OrderId listing) {

    /**
     * Reads an order as it was sent.
     *
     * @throws org.carbonmarket.edge.problem.Refusal 400 naming the first field at fault
     */
    public static OrderFields of(Market market, @Nullable OrderForm form) {
        if (form == null) {
            throw FormFields.missing("order");
        }
        return new OrderFields(
                market,
                FormFields.account(form.account()),
                FormFields.product(form.product()),
                FormFields.choice("side", form.side(), Side.class, "SIDE_INVALID"),
                FormFields.price("price", form.price()),
                FormFields.tonnes("quantity", form.quantity()),
                form.timeInForce() == null
                        ? TimeInForce.DAY
                        : FormFields.choice(
                                "timeInForce",
                                form.timeInForce(),
                                TimeInForce.class,
                                "TIME_IN_FORCE_INVALID"),
                form.listing() == null
                        ? null
                        : FormFields.order(market, "listing", form.listing()));
    }

    PlaceOrder command(String command, @Nullable String idempotencyKey, OffsetDateTime at) {
        return new PlaceOrder(
                market,
                command,
                account,
                product,
                side,
                price,
                quantity,
                timeInForce,
                listing,
                idempotencyKey,
                idempotencyKey == null ? null : digest(),
                at);
    }

    /** The same order has the same digest however its JSON was written. */
    String digest() {
        String canonical =
                account
                        + "|"
                        + product
                        + "|"
                        + side
                        + "|"
                        + price
                        + "|"
                        + quantity
                        + "|"
                        + timeInForce
                        + "|"
                        + listing;
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
