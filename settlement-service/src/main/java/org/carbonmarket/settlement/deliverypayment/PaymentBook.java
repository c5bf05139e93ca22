package org.carbonmarket.settlement.deliverypayment;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.DeliveryEvent;
import org.carbonmarket.events.settlement.SettlementEvent;
import org.carbonmarket.settlement.deliverypayment.Instruction.State;
import org.carbonmarket.settlement.funds.FundsBook;
import org.carbonmarket.settlement.funds.Posting;
import org.carbonmarket.settlement.funds.PostingReason;
import org.carbonmarket.settlement.funds.Shortage;
import org.jspecify.annotations.Nullable;

/**
 * Decides a batch of the registry's answers in memory. Payments run strictly in trade order per
 * market, because a buyer may pay with the proceeds of an earlier trade: a trade whose answer comes
 * early waits for its turn.
 */
final class PaymentBook {

    private final Map<TradeId, Instruction> instructions = new HashMap<>();
    private final Map<TradeId, Instruction> changed = new LinkedHashMap<>();
    private final Map<Market, Long> turns = new EnumMap<>(Market.class);
    private final List<SettlementEvent> outcomes = new ArrayList<>();
    private final Instructions others;

    /**
     * Opens the book.
     *
     * @param held the batch's instructions
     * @param turns the next trade to pay, by market
     * @param others knows those that wait for their turn since earlier batches
     */
    PaymentBook(Collection<Instruction> held, Map<Market, Long> turns, Instructions others) {
        this.others = others;
        held.forEach(instruction -> instructions.put(instruction.trade(), instruction));
        this.turns.putAll(turns);
    }

    /** Takes an answer of the registry; one that was taken before changes nothing. */
    void hear(DeliveryEvent answer, OffsetDateTime now) {
        Instruction instruction = instructions.get(answer.trade());
        if (instruction == null) {
            throw new IllegalStateException("an answer about an unknown trade: " + answer.trade());
        }
        switch (answer) {
            case DeliveryEvent.DeliveryLocked locked -> {
                requireFollows(instruction, answer, instruction.isLockedBy(locked));
                answer(instruction, null, now);
            }
            case DeliveryEvent.DeliveryRejected rejected -> {
                requireFollows(instruction, answer, instruction.state().mayBeRejected());
                answer(instruction, rejected.cause(), now);
            }
            case DeliveryEvent.DeliveryCompleted _ -> {
                requireFollows(instruction, answer, instruction.state().isPaid());
                change(instruction.concluded(now));
            }
            case DeliveryEvent.DeliveryUndone _ -> {
                requireFollows(instruction, answer, instruction.state().isFailed());
                change(instruction.concluded(now));
            }
        }
    }

    private void answer(Instruction instruction, @Nullable String rejection, OffsetDateTime now) {
        if (!instruction.state().isAnswered()) {
            change(instruction.answered(rejection, now));
        }
    }

    /** Where the registry and settlement contradict each other, settlement stops. */
    private static void requireFollows(
            Instruction instruction, DeliveryEvent answer, boolean follows) {
        if (!follows) {
            throw new IllegalStateException(answer + " contradicts " + instruction);
        }
    }

    /** The instructions whose turn has come, in order. */
    List<Instruction> due() {
        List<Instruction> due = new ArrayList<>();
        turns.forEach((market, turn) -> {
            TradeId next = new TradeId(market, turn);
            Instruction instruction = known(next);
            while (instruction != null && instruction.state().isInTurn()) {
                due.add(instruction);
                next = new TradeId(market, next.sequence() + 1);
                instruction = known(next);
            }
        });
        return due;
    }

    /** Of this batch, or waiting since an earlier one; null for one that was not answered yet. */
    private @Nullable Instruction known(TradeId trade) {
        if (!instructions.containsKey(trade)) {
            others.inTurnFrom(trade).forEach(each -> instructions.putIfAbsent(each.trade(), each));
        }
        return instructions.get(trade);
    }

    /** Pays or fails an instruction whose turn has come. */
    void end(Instruction instruction, FundsBook funds, OffsetDateTime now) {
        boolean locked = instruction.state() == State.LOCKED;
        Instruction ended =
                locked ? pay(instruction, funds, now) : fail(instruction, "REJECTED", now);
        change(ended);
        outcomes.add(ended.outcome(locked, now));
        turns.put(instruction.trade().market(), instruction.trade().sequence() + 1);
    }

    private Instruction pay(Instruction due, FundsBook funds, OffsetDateTime now) {
        if (due.voids() != null && !isPaid(due.voids())) {
            return due.failed(Instruction.VOIDED_TRADE_NOT_SETTLED, now);
        }
        Optional<Shortage> shortage = funds.post(posting(due, now));
        return shortage.isEmpty() ? due.settled(now) : due.failed(Instruction.FUNDS_SHORT, now);
    }

    private boolean isPaid(TradeId trade) {
        Instruction instruction = instructions.get(trade);
        return (instruction == null ? others.find(trade) : Optional.of(instruction))
                .filter(known -> known.state().isPaid())
                .isPresent();
    }

    private static Posting posting(Instruction due, OffsetDateTime now) {
        boolean reversal = due.voids() != null;
        Posting.Cause cause =
                new Posting.Cause(
                        reversal ? PostingReason.TRADE_REVERSAL : PostingReason.TRADE_PAYMENT,
                        due.trade().toString(),
                        "settlement",
                        now);
        Posting.Sums sums = new Posting.Sums(due.amount(), due.buyerFee(), due.sellerFee());
        return reversal
                ? Posting.reversal(cause, due.buyer(), due.seller(), sums)
                : Posting.payment(cause, due.buyer(), due.seller(), sums);
    }

    private static Instruction fail(Instruction due, String otherwise, OffsetDateTime now) {
        String cause = due.cause();
        return due.failed(cause == null ? otherwise : cause, now);
    }

    private void change(Instruction instruction) {
        instructions.put(instruction.trade(), instruction);
        changed.put(instruction.trade(), instruction);
    }

    List<Instruction> changed() {
        return List.copyOf(changed.values());
    }

    List<SettlementEvent> outcomes() {
        return List.copyOf(outcomes);
    }

    Map<Market, Long> turns() {
        return Map.copyOf(turns);
    }
}
