package org.carbonmarket.local.replay.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The block trades of a day: as few as give its block volume and amount to the fen. */
public record BlockTrades(List<PlannedTrade> trades) {

    /** Trading Rules, Article 18: a block has at least 100,000 t. */
    public static final long SMALLEST = 100_000;

    /** Blocks of a day; beyond them none of the amounts in a band would be out of reach. */
    private static final int MOST = 4;

    public BlockTrades {
        trades = List.copyOf(trades);
    }

    /**
     * What the day's blocks must come to.
     *
     * @param lower the lowest price allowed, in fen
     * @param upper the highest price allowed, in fen
     * @param tonnes above zero
     * @param fen the amount
     */
    public record Goal(long lower, long upper, long tonnes, long fen) {

        /** The average price in fen, the rest cut off. */
        long average() {
            return fen / tonnes;
        }
    }

    /** The fewest blocks, or none when no set of blocks gives the amount. */
    public static Optional<BlockTrades> of(Goal goal) {
        long most = Math.min(MOST, goal.tonnes() / SMALLEST);
        for (int count = 1; count <= most; count++) {
            Optional<List<PlannedTrade>> found = blocks(goal, count);
            if (found.isPresent()) {
                return found.map(BlockTrades::new);
            }
        }
        return Optional.empty();
    }

    private static Optional<List<PlannedTrade>> blocks(Goal goal, int count) {
        return switch (count) {
            case 1 -> one(goal);
            case 2 -> two(goal);
            default -> oneOfTheSmallestAnd(goal, count - 1);
        };
    }

    private static Optional<List<PlannedTrade>> one(Goal goal) {
        long price = goal.average();
        boolean fits =
                goal.fen() % goal.tonnes() == 0 && price >= goal.lower() && price <= goal.upper();
        return fits
                ? Optional.of(List.of(new PlannedTrade(price, goal.tonnes())))
                : Optional.empty();
    }

    /** A block at some price below the average, the other so much dearer that its tonnes fit. */
    private static Optional<List<PlannedTrade>> two(Goal goal) {
        long mostTonnes = goal.tonnes() - SMALLEST;
        for (long price = Math.min(goal.average(), goal.upper()); price >= goal.lower(); price--) {
            long excess = goal.fen() - Math.multiplyExact(price, goal.tonnes());
            long from = Math.max(1, Math.ceilDiv(excess, mostTonnes));
            long to = Math.min(excess / SMALLEST, goal.upper() - price);
            for (long dearer = from; dearer <= to; dearer++) {
                if (excess % dearer == 0) {
                    long tonnes = excess / dearer;
                    return Optional.of(
                            List.of(
                                    new PlannedTrade(price, goal.tonnes() - tonnes),
                                    new PlannedTrade(price + dearer, tonnes)));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<List<PlannedTrade>> oneOfTheSmallestAnd(Goal goal, int others) {
        for (long price = goal.lower(); price <= goal.upper(); price++) {
            PlannedTrade first = new PlannedTrade(price, SMALLEST);
            Goal rest =
                    new Goal(
                            goal.lower(),
                            goal.upper(),
                            goal.tonnes() - SMALLEST,
                            goal.fen() - first.amount());
            Optional<List<PlannedTrade>> found =
                    rest.fen() < 0 ? Optional.empty() : blocks(rest, others);
            if (found.isPresent()) {
                List<PlannedTrade> all = new ArrayList<>(found.orElseThrow());
                all.add(first);
                return Optional.of(all);
            }
        }
        return Optional.empty();
    }
}
