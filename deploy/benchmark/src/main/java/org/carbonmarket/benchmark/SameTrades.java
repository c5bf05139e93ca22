package org.carbonmarket.benchmark;

/** The condition of any comparison: the same commands give the same trades in the same order. */
final class SameTrades {

    private SameTrades() {}

    /**
     * Gives the commands to both books, twice over: the second time must be like the first.
     *
     * @return how many trades the commands make, once over
     * @throws IllegalStateException when any trade differs or an order is left
     */
    static int require(Scenario scenario, Commands commands) {
        TradeRecord ours = trades(Contender.OURS, scenario, commands);
        TradeRecord peers = trades(Contender.PEER, scenario, commands);
        int at = ours.firstDifference(peers);
        if (at >= 0) {
            throw new IllegalStateException(
                    "%s: trade %d differs: ours is %s, exchange-core's %s"
                            .formatted(scenario, at, ours.describe(at), peers.describe(at)));
        }
        return ours.size() / 2;
    }

    private static TradeRecord trades(Contender contender, Scenario scenario, Commands commands) {
        TradeRecord trades = new TradeRecord();
        MeasuredBook book = contender.book(scenario.highestPrice(), trades);
        for (int round = 0; round < 2; round++) {
            for (int n = 0; n < commands.size(); n++) {
                book.apply(commands, n);
            }
            if (book.size() != 0) {
                throw new IllegalStateException(
                        "%s: %s still holds %d orders".formatted(scenario, contender, book.size()));
            }
        }
        return trades;
    }
}
