package org.carbonmarket.trading.blocktrading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.carbonmarket.events.marketlog.BlockCommand;
import org.carbonmarket.events.marketlog.BlockCommand.CounterBlock;
import org.carbonmarket.events.marketlog.BlockCommand.OfferBlock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.trading.http.FormFields;
import org.jspecify.annotations.Nullable;

/** An offer or counter-offer whose form is right; whether it stands is the market's decision. */
sealed interface BlockRequest {

    Market market();

    AccountId account();

    /** What goes onto the market's log. */
    BlockCommand command(String command, @Nullable String key, OffsetDateTime at);

    /** A first offer. */
    record Offer(
            Market market,
            AccountId account,
            ProductCode product,
            Side side,
            Price price,
            Tonnes quantity,
            @Nullable AccountId counterparty,
            @Nullable OffsetDateTime goodUntil)
            implements BlockRequest {

        /**
         * @throws org.carbonmarket.edge.problem.Refusal 400 naming the first field at fault
         */
        static Offer of(Market market, @Nullable OfferForm form) {
            if (form == null) {
                throw FormFields.missing("account");
            }
            return new Offer(
                    market,
                    FormFields.account(form.account()),
                    FormFields.product(form.product()),
                    FormFields.choice("side", form.side(), Side.class, "SIDE_INVALID"),
                    FormFields.price("price", form.price()),
                    FormFields.tonnes("quantity", form.quantity()),
                    form.counterparty() == null
                            ? null
                            : FormFields.account("counterparty", form.counterparty()),
                    form.goodUntil() == null
                            ? null
                            : FormFields.time("goodUntil", form.goodUntil()));
        }

        @Override
        public OfferBlock command(String command, @Nullable String key, OffsetDateTime at) {
            return new OfferBlock(
                    market,
                    command,
                    account,
                    product,
                    side,
                    price,
                    quantity,
                    counterparty,
                    goodUntil,
                    key,
                    key == null ? null : digestOf(this),
                    at);
        }
    }

    /** Other terms for an offer. */
    record Counter(
            Market market,
            AccountId account,
            OrderId offer,
            Price price,
            Tonnes quantity,
            @Nullable OffsetDateTime goodUntil)
            implements BlockRequest {

        /**
         * @throws org.carbonmarket.edge.problem.Refusal 400 naming the first field at fault
         */
        static Counter of(AccountId account, OrderId offer, @Nullable CounterForm form) {
            if (form == null) {
                throw FormFields.missing("price");
            }
            return new Counter(
                    offer.market(),
                    account,
                    offer,
                    FormFields.price("price", form.price()),
                    FormFields.tonnes("quantity", form.quantity()),
                    form.goodUntil() == null
                            ? null
                            : FormFields.time("goodUntil", form.goodUntil()));
        }

        @Override
        public CounterBlock command(String command, @Nullable String key, OffsetDateTime at) {
            return new CounterBlock(
                    market,
                    command,
                    account,
                    offer,
                    price,
                    quantity,
                    goodUntil,
                    key,
                    key == null ? null : digestOf(this),
                    at);
        }
    }

    /** The same request has the same digest however its JSON was written. */
    private static String digestOf(BlockRequest request) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(request.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
