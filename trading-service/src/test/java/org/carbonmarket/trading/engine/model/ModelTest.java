package org.carbonmarket.trading.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.events.trading.SupervisionEvent.AlertRaised;
import org.carbonmarket.events.trading.SupervisionEvent.LargePositionReported;
import org.carbonmarket.trading.engine.MarketEngine;
import org.carbonmarket.trading.engine.RandomLog;
import org.junit.jupiter.api.Test;

/**
 * Goal: the engine does what the rules say and nothing else. Method: the engine and a slow,
 * obviously right market take the same random commands and must agree on every output, the wording
 * of refusals and surveillance's observations apart, on every account's every bucket after each
 * command, and on every quote.
 *
 * <p>By default 20 seeds of 5,000 commands. The full size is {@code -Dmodel.seeds=20
 * -Dmodel.commands=1000000 -Dmodel.balances=10}, which compares balances after every tenth command:
 * one that is wrong stays wrong. {@code -Dseed=N} begins at a seed that failed.
 */
class ModelTest {

    private static final int SEEDS = Integer.getInteger("model.seeds", 20);
    private static final int COMMANDS = Integer.getInteger("model.commands", 5_000);
    private static final int BALANCES = Integer.getInteger("model.balances", 1);
    private static final int COMMANDS_PER_DAY = 500;

    private final long firstSeed = Long.getLong("seed", new Random().nextLong());

    @Test
    void theEngineAgreesWithTheReferenceOnEveryOutputAndEveryBalance() {
        System.out.printf("%,d commands each of %d seeds from %d%n", COMMANDS, SEEDS, firstSeed);
        Run all = new Run();
        for (int i = 0; i < SEEDS; i++) {
            Run run = new Run();
            RandomLog.feed(
                    firstSeed + i,
                    COMMANDS / COMMANDS_PER_DAY,
                    COMMANDS_PER_DAY,
                    run.reference,
                    run::take);
            all.add(run);
        }
        System.out.printf(
                "agreed on %,d commands, %,d events, %,d trades, %,d balances, %,d quotes%n",
                all.commands, all.events, all.trades, all.balances, all.quotes);
        System.out.println(all.kinds);
        assertThat(all.kinds)
                .as("what the logs must hold to show anything")
                .containsKeys(
                        "TradeExecuted",
                        "OrderReplaced",
                        "AllOrdersCancelled",
                        "BlockConfirmed",
                        "AllowancesRecalled",
                        "FundsRecalled",
                        "TradeVoided");
    }

    /** One log through both. */
    private static final class Run {

        private final ReferenceMarket reference = new ReferenceMarket();
        private final MarketEngine engine = new MarketEngine(Market.CN);
        private final Map<Topic, Long> sequences = new EnumMap<>(Topic.class);
        private final Map<String, Long> kinds = new TreeMap<>();
        private long commands;
        private long events;
        private long trades;
        private long balances;
        private long quotes;

        void take(MarketCommand command) {
            long position = commands++;
            List<PublishedEvent> said = new ArrayList<>();
            engine.apply(
                    position,
                    command,
                    (event, sequence) -> {
                        assertThat(sequence)
                                .isEqualTo(sequences.merge(Topic.of(event), 1L, Long::sum));
                        if (isCompared(event)) {
                            said.add(Outputs.withoutWording(event));
                            kinds.merge(event.getClass().getSimpleName(), 1L, Long::sum);
                        }
                    });
            List<PublishedEvent> expected = reference.apply(position, command);
            if (!said.equals(expected)) {
                assertThat(said).as(position + ": " + command).isEqualTo(expected);
            }
            events += said.size();
            trades = reference.newestTrade();
            if (position % BALANCES == 0) {
                compareBalances(position, command);
            }
            compareQuotes(position, command);
        }

        /** Alerts and reports change nothing; they have tests of their own. */
        private static boolean isCompared(PublishedEvent event) {
            return !(event instanceof AlertRaised) && !(event instanceof LargePositionReported);
        }

        private void compareBalances(long position, MarketCommand command) {
            for (AccountId account : RandomLog.ACCOUNTS) {
                var held = engine.account(account);
                var expected = reference.view(account);
                if (!held.equals(expected)) {
                    assertThat(held).as(position + ": " + command).isEqualTo(expected);
                }
                balances++;
            }
        }

        private void compareQuotes(long position, MarketCommand command) {
            for (QuotePublished quote : engine.dirtyQuotes()) {
                QuotePublished expected = reference.quote(quote, command.at());
                if (!quote.equals(expected)) {
                    assertThat(quote).as(position + ": " + command).isEqualTo(expected);
                }
                quotes++;
            }
        }

        void add(Run other) {
            other.kinds.forEach((kind, count) -> kinds.merge(kind, count, Long::sum));
            commands += other.commands;
            events += other.events;
            trades += other.trades;
            balances += other.balances;
            quotes += other.quotes;
        }
    }
}
