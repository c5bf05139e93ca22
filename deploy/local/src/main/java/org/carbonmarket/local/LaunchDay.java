package org.carbonmarket.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.carbonmarket.local.Api.Answer;
import org.carbonmarket.local.LaunchDayPlan.Goal;
import org.carbonmarket.local.LaunchDayPlan.PlannedTrade;
import org.carbonmarket.local.Participants.Part;

/**
 * The launch day of the national market, 2021-07-16, lived through the public REST APIs. Every step
 * can be asked for again: after a crash of anything, or of this driver, the day goes on where it
 * was.
 */
public final class LaunchDay {

    /** The published figures of the day. */
    static final Goal GOAL = new Goal(4800, 5280, 4_103_953, 21_023_005_325L);

    public static final String DAY = "2021-07-16";

    /** Trades of the plan, before one is split to hit the amount. */
    public static final int TRADES = 130;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Api api;
    private final BusinessTime time;
    private final Consumer<String> progress;
    private final IntConsumer pace;
    private final Participants participants = Participants.ofTheLaunchDay();
    private final Map<String, Long> tonnesLeft = new TreeMap<>();
    private final Map<String, Long> fenLeft = new TreeMap<>();

    public LaunchDay(Api api, BusinessTime time, Consumer<String> progress) {
        this(api, time, progress, trades -> {});
    }

    /**
     * A day at somebody's pace.
     *
     * @param pace is told how many trades are made after each, and may hold the next one back
     */
    public LaunchDay(Api api, BusinessTime time, Consumer<String> progress, IntConsumer pace) {
        this.api = api;
        this.time = time;
        this.progress = progress;
        this.pace = pace;
    }

    /** Runs what is left of the day, until it is cleared and reported. */
    public void run() {
        if (isCleared()) {
            progress.accept("the launch day is done already; its books are kept");
        } else {
            BankSimulator bank = new BankSimulator(api, DAY);
            new LaunchPreparations(api, bank, participants, progress).make();
            trade();
            bank.closeDay();
            progress.accept("the bank's statement of the day agrees with the ledger");
        }
        awaitReported();
    }

    private void trade() {
        budget();
        LaunchDayPlan plan = LaunchDayPlan.of(GOAL, TRADES);
        moveTo("09:15", "PRE_OPEN");
        moveTo("09:30", "OPEN");
        progress.accept("the market is open: %d trades to make".formatted(plan.trades().size()));
        for (int level = 1; level <= 5; level++) {
            order("BUY", buyer(100, 4800), 4800 - 5L * level, 100, "bid-" + level);
        }
        int half = plan.trades().size() / 2;
        make(plan.trades().subList(0, half), 0, 9 * 60 + 30);
        moveTo("11:30", "BREAK");
        moveTo("13:00", "OPEN");
        make(plan.trades().subList(half, plan.trades().size()), half, 13 * 60);
        for (int level = 1; level <= 5; level++) {
            order("SELL", seller(100), 5230 + 5L * level, 100, "ask-" + level);
        }
        moveTo("15:00", "CLOSED");
    }

    /** What each may still sell or spend; a rerun makes the same choices. */
    private void budget() {
        Map<String, Long> allocated = new TreeMap<>();
        participants
                .unitsCsv()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(unit -> allocated.merge(unit[1], Long.parseLong(unit[3]), Long::sum));
        participants
                .taking(Part.SELLER)
                .forEach(seller ->
                        tonnesLeft.put(
                                seller.account(), allocated.getOrDefault(seller.account(), 0L)));
        participants.taking(Part.BUYER).forEach(buyer -> fenLeft.put(buyer.account(), 1L << 40));
    }

    private void make(List<PlannedTrade> trades, int from, int firstMinute) {
        for (int i = 0; i < trades.size(); i++) {
            PlannedTrade trade = trades.get(i);
            int number = from + i;
            if (i % 3 == 0) {
                int minute = firstMinute + 1 + i * 117 / trades.size();
                advance("%02d:%02d".formatted(minute / 60, minute % 60));
            }
            order("SELL", seller(trade.tonnes()), trade.price(), trade.tonnes(), "sell-" + number);
            order(
                    "BUY",
                    buyer(trade.tonnes(), trade.price()),
                    trade.price(),
                    trade.tonnes(),
                    "buy-" + number);
            pace.accept(number + 1);
            if ((number + 1) % 20 == 0) {
                progress.accept("%d trades made".formatted(number + 1));
            }
        }
    }

    private String seller(long tonnes) {
        return take(tonnesLeft, tonnes);
    }

    private String buyer(long tonnes, long price) {
        return take(fenLeft, Math.multiplyExact(tonnes, price));
    }

    /** The one with most left; the accounts' order decides between equals. */
    private static String take(Map<String, Long> left, long amount) {
        Map.Entry<String, Long> most =
                left.entrySet().stream()
                        .max(
                                Map.Entry.<String, Long>comparingByValue()
                                        .thenComparing(
                                                Map.Entry.comparingByKey(
                                                        Comparator.reverseOrder())))
                        .orElseThrow();
        left.put(most.getKey(), most.getValue() - amount);
        return most.getKey();
    }

    private void order(String side, String account, long price, long tonnes, String key) {
        Map<String, Object> order =
                Map.of(
                        "account",
                        account,
                        "product",
                        "CEA",
                        "side",
                        side,
                        "price",
                        "%d.%02d".formatted(price / 100, price % 100),
                        "quantity",
                        tonnes);
        Waiting.until(
                "the market answers order " + key,
                PATIENCE,
                () -> {
                    Answer answer =
                            api.post(
                                    ServiceName.TRADING,
                                    account,
                                    "/markets/CN/orders",
                                    "launch-" + key,
                                    order);
                    if (answer.status() == 202) {
                        return false;
                    }
                    answer.expectDone("order " + key);
                    return true;
                });
    }

    private void moveTo(String clock, String phase) {
        advance(clock);
        Waiting.until(
                "the market is " + phase + " at " + clock,
                PATIENCE,
                () -> {
                    JsonNode session =
                            api.get(ServiceName.TRADING, null, "/markets/CN/session").body();
                    return session.path("phase").asText().equals(phase)
                            || hasPassed(session, clock);
                });
        progress.accept(clock + " " + phase);
    }

    /** On a rerun the market may be further than the step that is repeated. */
    private boolean hasPassed(JsonNode session, String clock) {
        return time.reading().orElse("").compareTo(at(clock)) > 0
                && session.path("day").asText().equals(DAY);
    }

    private void advance(String clock) {
        if (time.reading().orElse("").compareTo(at(clock)) < 0) {
            time.set(at(clock));
        }
    }

    private static String at(String clock) {
        return DAY + "T" + clock + ":00+08:00";
    }

    private boolean isCleared() {
        return api.get(ServiceName.SETTLEMENT, "settlement-operator", "/days/CN/" + DAY)
                .text("state")
                .equals("CLEARED");
    }

    private void awaitReported() {
        Waiting.until("settlement has cleared the day", PATIENCE, this::isCleared);
        progress.accept("the day is cleared");
        Waiting.until(
                "the day's sheet is final", PATIENCE, () -> sheet().text("state").equals("FINAL"));
        Waiting.until(
                "the books are quiet",
                PATIENCE,
                () -> reconciliation().body().path("quiet").asBoolean());
    }

    /** The day's sheet as reporting publishes it. */
    public Answer sheet() {
        Answer sheets =
                api.get(
                        ServiceName.REPORTING,
                        null,
                        "/daily-sheets?market=CN&product=CEA&day=" + DAY);
        return new Answer(sheets.status(), sheets.body().path("sheets").path(0));
    }

    /** The public state of the reconciliation. */
    public Answer reconciliation() {
        return api.get(ServiceName.REPORTING, "auditor", "/reconciliation");
    }
}
