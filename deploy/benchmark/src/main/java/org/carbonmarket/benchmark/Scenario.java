package org.carbonmarket.benchmark;

import java.util.Locale;

/** A course of trading, made from a seed; prices in ticks, the band starts at 1. */
public enum Scenario {
    /** A day of the national market: about 51 yuan, +-10 %, a little of everything. */
    BAND("a day within +-10 % of the market", 1_025) {
        private static final Mix MIX = new Mix(50, 8, 8, 4, 3, 2_000, 400);

        @Override
        void fill(CommandFlow flow, int size) {
            while (flow.size() < size) {
                MIX.step(flow, 512, false);
            }
        }
    },
    /** The plain mix of placing, cancelling and crossing, over a broader and deeper book. */
    MIXED("60 % place, 35 % cancel, 5 % cross", 10_001) {
        private static final Mix MIX = new Mix(60, 5, 0, 0, 5, 5_000, 4_000);

        @Override
        void fill(CommandFlow flow, int size) {
            while (flow.size() < size) {
                MIX.step(flow, 5_000, false);
            }
        }
    },
    /** Quotes come and go, and hardly any trades. */
    CANCELS("95 % of orders cancelled, 20 % replaces, 15 % immediate or cancel", 1_025) {
        private static final Mix FULL = new Mix(31, 0, 20, 15, 1, 2_000, 400);
        private static final Mix LEAN = new Mix(36, 0, 20, 15, 1, 2_000, 400);

        @Override
        void fill(CommandFlow flow, int size) {
            while (flow.size() < size) {
                (flow.resting() > 2_000 ? FULL : LEAN).step(flow, 512, false);
            }
        }
    },
    /**
     * The price climbs through a wide band and comes back; stale orders are cancelled or run over.
     */
    TREND("a trending price over a wide band", 200_000) {
        private static final Mix MIX = new Mix(45, 10, 10, 0, 2, 2_000, 400);

        @Override
        void fill(CommandFlow flow, int size) {
            while (flow.size() < size) {
                int way = (int) (320_000L * flow.size() / size);
                MIX.step(flow, way < 160_000 ? 20_000 + way : 340_000 - way, true);
            }
        }
    },
    /** Again and again one sale sweeps thousands of bids, and the book fills up anew. */
    CRASH("a flash crash that sweeps 8,000 resting orders", 4_000) {
        private static final Mix CALM = new Mix(45, 10, 5, 0, 2, 12_000, 1_000);

        @Override
        void fill(CommandFlow flow, int size) {
            while (flow.size() < size) {
                while (flow.resting() < 12_000) {
                    boolean buy = flow.chance(6) > 0;
                    flow.place(buy, flow.passivePrice(buy, 2_500, 2_000), flow.quantity());
                }
                for (int n = 0; n < 2_000; n++) {
                    CALM.step(flow, 2_500, false);
                }
                flow.place(false, 1, 8_000 * CommandFlow.USUAL);
            }
        }
    };

    private final String description;
    private final int highestPrice;

    Scenario(String description, int highestPrice) {
        this.description = description;
        this.highestPrice = highestPrice;
    }

    abstract void fill(CommandFlow flow, int size);

    /** About {@code size} commands; the same for the same seed. */
    Commands commands(int size, long seed) {
        CommandFlow flow = new CommandFlow(highestPrice, seed);
        fill(flow, size);
        return flow.finish();
    }

    int highestPrice() {
        return highestPrice;
    }

    String description() {
        return description;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
