package org.carbonmarket.settlement.deliverypayment;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.DeliveryEvent;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryCompleted;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryLocked;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryRejected;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryUndone;
import org.carbonmarket.events.settlement.SettlementEvent;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeReversed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeSettled;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionVoided;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.settlement.deliverypayment.Instruction.State;
import org.carbonmarket.settlement.funds.Balance;
import org.carbonmarket.settlement.funds.FundsBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentBookTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2021-07-16T10:00:00+08:00");
    private static final ProductCode CEA = ProductCode.of("CEA");

    @Test
    void aChainOfProceedsSettlesInTradeOrderWithinOneBatch() {
        List<Instruction> chain = new ArrayList<>();
        Map<AccountId, Balance> balances = new HashMap<>();
        balances.put(account(0), new Balance(0, 100, 0));
        for (int i = 1; i <= 10; i++) {
            chain.add(trade(i, account(i - 1), account(i), 100));
            balances.put(account(i), Balance.ZERO);
        }
        FundsBook funds = new FundsBook(balances);

        List<SettlementEvent> outcomes = run(chain, inOrder(chain), funds);

        assertThat(outcomes).hasSize(10).allMatch(TradeSettled.class::isInstance);
        assertThat(funds.balance(account(10)).inTrading()).isEqualTo(100);
        assertThat(funds.balance(account(0)).inTrading()).isZero();
    }

    /** A sells to B and buys from C with the proceeds, C from D, ten deep, batch by batch. */
    @ParameterizedTest(name = "{0} answers a batch")
    @ValueSource(ints = {1, 2, 3, 7, 10})
    void aChainOfProceedsSettlesInTradeOrderAcrossBatchesWhateverTheOrderOfAnswers(int batch) {
        Map<TradeId, Instruction> held = new HashMap<>();
        Map<AccountId, Balance> balances = new HashMap<>();
        balances.put(account(0), new Balance(0, 100, 0));
        for (int i = 1; i <= 10; i++) {
            held.put(id(i), trade(i, account(i - 1), account(i), 100));
            balances.put(account(i), Balance.ZERO);
        }
        FundsBook funds = new FundsBook(balances);
        List<DeliveryEvent> answers = inOrder(List.copyOf(held.values()));
        Collections.shuffle(answers, new Random(batch));

        List<SettlementEvent> outcomes = new ArrayList<>();
        Map<Market, Long> turns = Map.of(Market.CN, 1L);
        for (int from = 0; from < answers.size(); from += batch) {
            List<DeliveryEvent> heard =
                    answers.subList(from, Math.min(from + batch, answers.size()));
            PaymentBook book =
                    new PaymentBook(
                            heard.stream().map(answer -> held.get(answer.trade())).toList(),
                            turns,
                            new Stored(held));
            heard.forEach(answer -> book.hear(answer, NOW));
            book.due().forEach(due -> book.end(due, funds, NOW));
            book.changed().forEach(changed -> held.put(changed.trade(), changed));
            outcomes.addAll(book.outcomes());
            turns = book.turns();
        }

        assertThat(outcomes).hasSize(10).allMatch(TradeSettled.class::isInstance);
        assertThat(outcomes).extracting(each -> each.trade().sequence()).isSorted();
        assertThat(funds.balance(account(10)).inTrading()).isEqualTo(100);
    }

    @Test
    void aVoidedTradeIsPaidBackWithItsFees() {
        Instruction trade = trade(1, account(0), account(1), 500);
        Instruction reversal = reversal(2, trade);
        FundsBook funds = funds(1000);

        List<SettlementEvent> outcomes =
                run(
                        List.of(trade, reversal),
                        List.of(locked(trade), lockedFrom(account(0), reversal)),
                        funds);

        assertThat(outcomes.getLast())
                .isInstanceOfSatisfying(
                        TradeReversed.class,
                        reversed -> {
                            assertThat(reversed.trade()).isEqualTo(id(2));
                            assertThat(reversed.voided()).isEqualTo(id(1));
                            assertThat(reversed.buyer()).isEqualTo(account(0));
                            assertThat(reversed.sellerFee()).isEqualTo(Money.ofFen(3));
                        });
        assertThat(funds.balance(account(0)).inTrading()).isEqualTo(1000);
        assertThat(funds.balance(account(1)).inTrading()).isZero();
        assertThat(fees(funds)).isZero();
    }

    @Test
    void theReversalOfATradeThatFailedFailsTooAndNothingMoves() {
        Instruction trade = trade(1, account(0), account(1), 500);
        Instruction reversal = reversal(2, trade);
        FundsBook funds = funds(9);

        List<SettlementEvent> outcomes =
                run(
                        List.of(trade, reversal),
                        List.of(locked(trade), lockedFrom(account(0), reversal)),
                        funds);

        assertThat(outcomes.getLast())
                .isInstanceOfSatisfying(
                        SettlementFailed.class,
                        failed -> {
                            assertThat(failed.cause()).isEqualTo("VOIDED_TRADE_NOT_SETTLED");
                            assertThat(failed.seller()).isEqualTo(account(0));
                            assertThat(failed.atFault()).isNull();
                        });
        assertThat(funds.postings()).isEmpty();
    }

    @Test
    void anAnswerThatComesEarlyWaitsForItsTurn() {
        List<Instruction> trades =
                List.of(trade(1, account(0), account(1), 10), trade(2, account(1), account(2), 10));
        PaymentBook book = book(trades);

        book.hear(locked(trades.get(1)), NOW);

        assertThat(book.due()).isEmpty();
        book.hear(locked(trades.getFirst()), NOW);
        assertThat(book.due()).extracting(each -> each.trade().sequence()).containsExactly(1L, 2L);
    }

    @Test
    void aRejectedDeliveryFailsItsTradeAndMovesNoMoney() {
        List<Instruction> trades = List.of(trade(1, account(0), account(1), 10));
        FundsBook funds = funds(1000);

        List<SettlementEvent> outcomes =
                run(trades, List.of(new DeliveryRejected(id(1), "HOLDING_SHORT", NOW)), funds);

        assertThat(outcomes)
                .singleElement()
                .isInstanceOfSatisfying(
                        SettlementFailed.class,
                        failed -> {
                            assertThat(failed.cause()).isEqualTo("HOLDING_SHORT");
                            assertThat(failed.locked()).isFalse();
                            assertThat(failed.atFault()).isEqualTo(account(1));
                        });
        assertThat(funds.postings()).isEmpty();
    }

    @Test
    void aBuyerWithoutMoneyFailsAndTheLockIsUndone() {
        List<Instruction> trades = List.of(trade(1, account(0), account(1), 10));

        List<SettlementEvent> outcomes = run(trades, List.of(locked(trades.getFirst())), funds(9));

        assertThat(outcomes)
                .singleElement()
                .isInstanceOfSatisfying(
                        SettlementFailed.class,
                        failed -> {
                            assertThat(failed.locked()).isTrue();
                            assertThat(failed.atFault()).isEqualTo(account(0));
                        });
    }

    @Test
    void anAnswerHeardTwiceChangesNothing() {
        List<Instruction> trades = List.of(trade(1, account(0), account(1), 10));
        FundsBook funds = funds(1000);

        List<SettlementEvent> outcomes =
                run(trades, List.of(locked(trades.getFirst()), locked(trades.getFirst())), funds);

        assertThat(outcomes).hasSize(1);
        assertThat(funds.postings()).hasSize(1);
    }

    @Test
    void allowancesAreNotDeliveredBeforeThePayment() {
        PaymentBook book = book(List.of(trade(1, account(0), account(1), 10)));

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        book.hear(
                                new DeliveryCompleted(
                                        id(1), account(1), account(0), CEA, Tonnes.of(1), NOW),
                                NOW));
    }

    @Test
    void anAnswerThatContradictsTheBooksStopsSettlement() {
        Instruction asked = trade(1, account(0), account(1), 10);
        DeliveryLocked lock = locked(asked);

        contradicts(
                asked,
                new DeliveryLocked(
                        id(1), lock.seller(), CEA, lock.tonnes().plus(Tonnes.of(1)), NOW));
        contradicts(
                asked, new DeliveryLocked(id(1), account(0), lock.product(), lock.tonnes(), NOW));
        contradicts(asked.answered("HOLDING_SHORT", NOW), lock);
        contradicts(asked.answered(null, NOW), new DeliveryRejected(id(1), "HOLDING_SHORT", NOW));
        contradicts(
                asked.answered(null, NOW).settled(NOW),
                new DeliveryUndone(id(1), account(1), CEA, lock.tonnes(), NOW));
        contradicts(
                asked.answered(null, NOW).failed("FUNDS_SHORT", NOW),
                new DeliveryCompleted(id(1), account(1), account(0), CEA, lock.tonnes(), NOW));
    }

    private static void contradicts(Instruction known, DeliveryEvent answer) {
        PaymentBook book = book(List.of(known));
        assertThatIllegalStateException().isThrownBy(() -> book.hear(answer, NOW));
        assertThat(book.changed()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void everyTradeEndsOnceAndMoneyIsConservedWhateverTheOrderOfAnswers(long seed) {
        Random random = new Random(seed);
        List<Instruction> trades = randomTrades(random, 200);
        Map<AccountId, Balance> balances = new TreeMap<>();
        for (int i = 0; i < 8; i++) {
            balances.put(account(i), new Balance(0, random.nextInt(3000), 0));
        }
        long before = total(balances);
        FundsBook funds = new FundsBook(balances);
        List<DeliveryEvent> answers = inOrder(trades);
        answers.addAll(inOrder(trades).subList(0, 50));
        Collections.shuffle(answers, random);

        List<SettlementEvent> outcomes = new ArrayList<>();
        Map<TradeId, Instruction> held = new HashMap<>();
        trades.forEach(trade -> held.put(trade.trade(), trade));
        Map<Market, Long> turns = Map.of(Market.CN, 1L);
        for (int from = 0; from < answers.size(); from += 7) {
            List<DeliveryEvent> batch = answers.subList(from, Math.min(from + 7, answers.size()));
            PaymentBook book =
                    new PaymentBook(
                            batch.stream().map(answer -> held.get(answer.trade())).toList(),
                            turns,
                            new Stored(held));
            batch.forEach(answer -> book.hear(answer, NOW));
            book.due().forEach(due -> book.end(due, funds, NOW));
            book.changed().forEach(changed -> held.put(changed.trade(), changed));
            outcomes.addAll(book.outcomes());
            turns = book.turns();
        }

        assertThat(outcomes)
                .extracting(outcome -> outcome.trade().sequence())
                .isEqualTo(trades.stream().map(trade -> trade.trade().sequence()).toList());
        assertThat(total(funds.changed(), balances)).isEqualTo(before - fees(funds));
        assertThat(held.values())
                .allMatch(each -> each.state() == State.SETTLED || each.state() == State.FAILED);
    }

    private static long fees(FundsBook funds) {
        return funds.systemChanges().values().stream().mapToLong(Long::longValue).sum();
    }

    private static long total(Map<AccountId, Balance> balances) {
        return balances.values().stream().mapToLong(Balance::inTrading).sum();
    }

    private static long total(Map<AccountId, Balance> changed, Map<AccountId, Balance> unchanged) {
        Map<AccountId, Balance> all = new HashMap<>(unchanged);
        all.putAll(changed);
        return total(all);
    }

    private static List<Instruction> randomTrades(Random random, int count) {
        List<Instruction> trades = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            int buyer = random.nextInt(8);
            int seller = (buyer + 1 + random.nextInt(7)) % 8;
            trades.add(trade(i, account(buyer), account(seller), 1 + random.nextInt(500)));
        }
        return trades;
    }

    private static List<SettlementEvent> run(
            List<Instruction> trades, List<? extends DeliveryEvent> answers, FundsBook funds) {
        PaymentBook book = book(trades);
        answers.forEach(answer -> book.hear(answer, NOW));
        book.due().forEach(due -> book.end(due, funds, NOW));
        return book.outcomes();
    }

    private static List<DeliveryEvent> inOrder(List<Instruction> trades) {
        List<DeliveryEvent> answers = new ArrayList<>();
        trades.forEach(trade -> answers.add(locked(trade)));
        return answers;
    }

    private static PaymentBook book(List<Instruction> held) {
        return new PaymentBook(held, Map.of(Market.CN, 1L), new Stored(Map.of()));
    }

    /** What the database knows apart from the batch. */
    private record Stored(Map<TradeId, Instruction> held) implements Instructions {

        @Override
        public Optional<Instruction> find(TradeId trade) {
            return Optional.ofNullable(held.get(trade));
        }

        @Override
        public List<Instruction> inTurnFrom(TradeId turn) {
            return held.values().stream()
                    .filter(each -> each.state().isInTurn())
                    .filter(each -> each.trade().sequence() >= turn.sequence())
                    .sorted(comparingLong(each -> each.trade().sequence()))
                    .limit(3)
                    .toList();
        }
    }

    private static FundsBook funds(long buyers) {
        return new FundsBook(
                Map.of(account(0), new Balance(0, buyers, 0), account(1), Balance.ZERO));
    }

    private static DeliveryLocked locked(Instruction of) {
        return new DeliveryLocked(of.trade(), of.seller(), of.product(), of.tonnes(), NOW);
    }

    private static DeliveryLocked lockedFrom(AccountId deliverer, Instruction of) {
        return new DeliveryLocked(of.trade(), deliverer, of.product(), of.tonnes(), NOW);
    }

    private static Instruction reversal(long sequence, Instruction of) {
        return Instruction.requested(
                new ExecutionVoided(
                        id(sequence),
                        of.trade(),
                        of.day(),
                        of.day(),
                        of.product(),
                        TradingMethod.LISTED,
                        Price.ofFen(of.amount().fen()),
                        of.tonnes(),
                        of.amount(),
                        of.buyer(),
                        of.seller(),
                        of.buyerFee(),
                        of.sellerFee(),
                        "error",
                        NOW),
                NOW);
    }

    private static Instruction trade(long sequence, AccountId buyer, AccountId seller, long fen) {
        return new Instruction(
                id(sequence),
                LocalDate.parse("2021-07-16"),
                CEA,
                Tonnes.of(1),
                Money.ofFen(fen),
                buyer,
                seller,
                Money.ZERO,
                fen > 100 ? Money.ofFen(sequence % 2 * 3) : Money.ZERO,
                null,
                State.REQUESTED,
                null,
                NOW,
                null,
                null,
                null);
    }

    private static TradeId id(long sequence) {
        return new TradeId(Market.CN, sequence);
    }

    private static AccountId account(int number) {
        return AccountId.of("P-%04d".formatted(number));
    }
}
