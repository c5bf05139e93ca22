package org.carbonmarket.trading.engine;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.trading.engine.auction.SealedBid;

/** The two halves of an auction's key, and bids sealed with it. */
public record AuctionKeys(String sealing, String opening) {

    public static AuctionKeys fresh() {
        KeyPair pair = pair();
        Base64.Encoder text = Base64.getEncoder();
        return new AuctionKeys(
                text.encodeToString(pair.getPublic().getEncoded()),
                text.encodeToString(pair.getPrivate().getEncoded()));
    }

    public String seal(OrderId auction, AccountId bidder, String price, long tonnes) {
        try {
            return new SealedBid(Price.ofYuan(price).fen(), tonnes)
                    .seal(sealing, pair(), auction, bidder);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("X25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
