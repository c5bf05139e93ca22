package org.carbonmarket.local.replay.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.local.replay.plan.PlannedOrder.Side;
import org.carbonmarket.local.replay.plan.Schedule.ProductPlan;

/**
 * What each participant must have before the first day so that every day can be traded: a seller
 * lives on what it had or bought on earlier days, a buyer on its money and earlier days' proceeds.
 * Orders are reckoned at their limits, so that improvements only help.
 */
public final class Needs {

    private static final long MARGIN_TONNES = 10_000;
    private static final long MARGIN_FEN = 100_000_000;

    private final Map<ProductCode, long[]> tonnes = new HashMap<>();
    private final Map<ProductCode, long[]> held = new HashMap<>();
    private final long[] fen = new long[Cast.PARTICIPANTS];
    private final long[] money = new long[Cast.PARTICIPANTS];

    private Needs() {}

    /** The needs of a whole schedule. */
    public static Needs of(Schedule schedule) {
        Needs needs = new Needs();
        schedule.days().values().forEach(needs::add);
        return needs;
    }

    /** Tonnes of a product that a participant is to be allocated. */
    public long tonnes(ProductCode product, int participant) {
        return MARGIN_TONNES + array(tonnes, product)[participant];
    }

    /** Fen that a participant is to deposit. */
    public long fen(int participant) {
        return MARGIN_FEN + fen[participant];
    }

    private void add(List<ProductPlan> day) {
        long[] paid = new long[Cast.PARTICIPANTS];
        long[] earned = new long[Cast.PARTICIPANTS];
        for (ProductPlan plan : day) {
            Flow flow = new Flow(paid, earned);
            plan.listed()
                    .forEach(entry ->
                            entry.orders().forEach(order -> flow.add(entry.participant(), order)));
            plan.blocks()
                    .forEach(block -> {
                        flow.add(block.seller(), Side.SELL, block.trade());
                        flow.add(block.buyer(), Side.BUY, block.trade());
                    });
            plan.auctions()
                    .forEach(auction ->
                            auction.bids()
                                    .forEach(bid -> {
                                        flow.add(auction.seller(), Side.SELL, bid.trade());
                                        flow.add(bid.bidder(), Side.BUY, bid.trade());
                                    }));
            require(array(tonnes, plan.product()), array(held, plan.product()), flow.sold);
            addAll(array(held, plan.product()), flow.bought, flow.sold);
        }
        require(fen, money, paid);
        addAll(money, earned, paid);
    }

    private static void require(long[] needed, long[] there, long[] asked) {
        Arrays.setAll(needed, i -> Math.max(needed[i], asked[i] - there[i]));
    }

    private static void addAll(long[] balance, long[] more, long[] less) {
        Arrays.setAll(balance, i -> Math.addExact(balance[i], more[i] - less[i]));
    }

    private static long[] array(Map<ProductCode, long[]> of, ProductCode product) {
        return of.computeIfAbsent(product, _ -> new long[Cast.PARTICIPANTS]);
    }

    /** What moves on a day: tonnes of one product, money of all. */
    private static final class Flow {

        private final long[] sold = new long[Cast.PARTICIPANTS];
        private final long[] bought = new long[Cast.PARTICIPANTS];
        private final long[] paid;
        private final long[] earned;

        private Flow(long[] paid, long[] earned) {
            this.paid = paid;
            this.earned = earned;
        }

        private void add(int participant, PlannedOrder order) {
            add(participant, order.side(), new PlannedTrade(order.price(), order.tonnes()));
        }

        private void add(int participant, Side side, PlannedTrade trade) {
            if (side == Side.SELL) {
                sold[participant] += trade.tonnes();
                earned[participant] = Math.addExact(earned[participant], trade.amount());
            } else {
                bought[participant] += trade.tonnes();
                paid[participant] = Math.addExact(paid[participant], trade.amount());
            }
        }
    }
}
