package org.carbonmarket.trading.engine;

import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CHEN;
import static org.carbonmarket.trading.engine.Scenario.CN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;

import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.marketlog.BlockCommand.ConfirmBlock;
import org.carbonmarket.events.marketlog.BlockCommand.CounterBlock;
import org.carbonmarket.events.marketlog.BlockCommand.DeclineBlock;
import org.carbonmarket.events.marketlog.BlockCommand.OfferBlock;
import org.carbonmarket.events.marketlog.BlockCommand.WithdrawBlock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.BlockEvent.BlockEnd;
import org.carbonmarket.events.trading.BlockEvent.BlockEnded;
import org.carbonmarket.events.trading.BlockEvent.BlockOffered;
import org.carbonmarket.events.trading.BlockEvent.BlockRefused;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.jspecify.annotations.Nullable;

/** Block trading in a test's words. */
record BlockScenario(Scenario market) {

    static final long BLOCK = 100_000;

    /**
     * The afternoon of the first day; three accounts hold 300,000 t and 20,000,000.00 yuan each.
     */
    static BlockScenario afternoon() {
        BlockScenario blocks = new BlockScenario(Scenario.openMarket());
        for (AccountId account : List.of(ANNA, BO, CHEN)) {
            blocks.market.creditAllowances(account, CEA, 290_000);
            blocks.market.creditFunds(account, "19000000.00");
        }
        blocks.market.enter(FRIDAY, Phase.BREAK);
        blocks.market.enter(FRIDAY, Phase.OPEN);
        return blocks;
    }

    static OfferBlock offer(
            AccountId account, Side side, String price, long tonnes, @Nullable AccountId to) {
        return new OfferBlock(
                CN,
                "offer",
                account,
                CEA,
                side,
                Price.ofYuan(price),
                Tonnes.of(tonnes),
                to,
                null,
                null,
                null,
                AT);
    }

    static OfferBlock until(OfferBlock offer, OffsetDateTime goodUntil) {
        return new OfferBlock(
                CN,
                offer.command(),
                offer.account(),
                offer.product(),
                offer.side(),
                offer.price(),
                offer.quantity(),
                offer.counterparty(),
                goodUntil,
                null,
                null,
                offer.at());
    }

    static OfferBlock keyed(OfferBlock offer, String command, String key, String digest) {
        return new OfferBlock(
                CN,
                command,
                offer.account(),
                offer.product(),
                offer.side(),
                offer.price(),
                offer.quantity(),
                offer.counterparty(),
                offer.goodUntil(),
                key,
                digest,
                offer.at());
    }

    static CounterBlock counter(AccountId account, OrderId offer, String price, long tonnes) {
        return new CounterBlock(
                CN,
                "counter",
                account,
                offer,
                Price.ofYuan(price),
                Tonnes.of(tonnes),
                null,
                null,
                null,
                AT);
    }

    /** Sends an offer that must be taken; returns its number. */
    OrderId stands(
            AccountId account, Side side, String price, long tonnes, @Nullable AccountId to) {
        return numberOf(market.send(offer(account, side, price, tonnes, to)));
    }

    OrderId counters(AccountId account, OrderId offer, String price, long tonnes) {
        return numberOf(market.send(counter(account, offer, price, tonnes)));
    }

    List<PublishedEvent> confirm(AccountId account, OrderId offer) {
        return market.send(new ConfirmBlock(CN, "confirm", account, offer, AT));
    }

    List<PublishedEvent> withdraw(AccountId account, OrderId offer) {
        return market.send(new WithdrawBlock(CN, "withdraw", account, offer, AT));
    }

    List<PublishedEvent> decline(AccountId account, OrderId offer) {
        return market.send(new DeclineBlock(CN, "decline", account, offer, AT));
    }

    static OrderId numberOf(List<PublishedEvent> events) {
        return ((BlockOffered) events.getLast()).order();
    }

    static RejectionCode codeOf(List<PublishedEvent> events) {
        return ((BlockRefused) events.getLast()).code();
    }

    static BlockEnded ended(
            @Nullable String command, OrderId offer, AccountId account, BlockEnd reason) {
        return new BlockEnded(command, offer, account, reason, AT);
    }
}
