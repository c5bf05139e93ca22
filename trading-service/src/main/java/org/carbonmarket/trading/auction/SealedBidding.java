package org.carbonmarket.trading.auction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.marketlog.AuctionCommand.PlaceBid;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.trading.auction.AuctionForms.Bidding;
import org.carbonmarket.trading.engine.auction.SealedBid;
import org.carbonmarket.trading.http.FormFields;
import org.jspecify.annotations.Nullable;

/** A bid whose form is right, on its way under seal; whether it stands is the market's decision. */
sealed interface SealedBidding {

    AccountId account();

    OrderId auction();

    Money reserve();

    /** What tells a retry from a reused key, and says nothing of the bid to who reads the log. */
    String digest(String openingKey);

    /** The sealed text. */
    String sealed(String sealingKey);

    /**
     * The bid of a form.
     *
     * @throws Refusal 400 naming the first field at fault
     */
    static SealedBidding of(OrderId auction, @Nullable Bidding form) {
        if (form == null) {
            throw FormFields.missing("account");
        }
        AccountId account = FormFields.account(form.account());
        Money reserve = FormFields.amount("reserve", form.reserve());
        String sealedBid = form.sealedBid();
        if (sealedBid == null) {
            return new Open(
                    account,
                    auction,
                    reserve,
                    FormFields.price("price", form.price()),
                    FormFields.tonnes("quantity", form.quantity()));
        }
        if (form.price() != null || form.quantity() != null) {
            throw new Refusal(
                    400,
                    "BID_AMBIGUOUS",
                    "sealedBid",
                    "State either price and quantity, or the sealed bid.");
        }
        return new Closed(account, auction, reserve, sealedBid);
    }

    default PlaceBid command(
            String command,
            String sealingKey,
            String openingKey,
            @Nullable String key,
            OffsetDateTime at) {
        return new PlaceBid(
                auction().market(),
                command,
                account(),
                auction(),
                reserve(),
                sealed(sealingKey),
                key,
                key == null ? null : digest(openingKey),
                at);
    }

    /** A bid in clear, sealed here before it goes anywhere. */
    record Open(AccountId account, OrderId auction, Money reserve, Price price, Tonnes quantity)
            implements SealedBidding {

        public Open {
            if (price.times(quantity).compareTo(reserve) > 0) {
                throw new Refusal(
                        400,
                        "RESERVE_TOO_SMALL",
                        "reserve",
                        "The bid costs %s yuan before its fee; put at least that aside."
                                .formatted(price.times(quantity)));
            }
        }

        @Override
        public String sealed(String sealingKey) {
            try {
                return new SealedBid(price.fen(), quantity.value())
                        .seal(sealingKey, OpeningKeys.freshPair(), auction, account);
            } catch (GeneralSecurityException unusable) {
                throw new IllegalStateException("the bid could not be sealed", unusable);
            }
        }

        /**
         * Keyed with the auction's secret: a plain hash of so few possible prices and quantities
         * could be tried out by anybody who reads the log.
         */
        @Override
        public String digest(String openingKey) {
            return mac(
                    openingKey,
                    auction + "|" + account + "|" + reserve + "|" + price + "|" + quantity);
        }
    }

    /** A bid the bidder sealed; a retry repeats the same text. */
    record Closed(AccountId account, OrderId auction, Money reserve, String sealedBid)
            implements SealedBidding {

        @Override
        public String sealed(String sealingKey) {
            return sealedBid;
        }

        @Override
        public String digest(String openingKey) {
            return mac(openingKey, auction + "|" + account + "|" + reserve + "|" + sealedBid);
        }
    }

    private static String mac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
