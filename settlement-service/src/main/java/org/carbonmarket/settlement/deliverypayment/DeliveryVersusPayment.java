package org.carbonmarket.settlement.deliverypayment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.DeliveryEvent;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.settlement.clearing.Clearing;
import org.carbonmarket.settlement.funds.FundsBook;
import org.carbonmarket.settlement.funds.ledger.Ledger;

/**
 * Allowances leave only against payment, payment only against locked allowances (Settlement Rules,
 * delivery versus payment). A batch is one transaction and a few statements, whatever its length.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DeliveryVersusPayment {

    private final InstructionTable table;
    private final Ledger ledger;
    private final Clearing clearing;
    private final Outbox outbox;
    private final BusinessClock clock;

    DeliveryVersusPayment(
            InstructionTable table,
            Ledger ledger,
            Clearing clearing,
            Outbox outbox,
            BusinessClock clock) {
        this.table = table;
        this.ledger = ledger;
        this.clearing = clearing;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Opens an instruction for each new trade and asks the registry to lock. */
    void open(List<ExecutionRecorded> executions) {
        Map<TradeId, Instruction> known = new HashMap<>();
        table.find(executions.stream().map(ExecutionRecorded::trade).toList())
                .forEach(instruction -> known.put(instruction.trade(), instruction));
        OffsetDateTime now = clock.now();
        List<Instruction> requested = new ArrayList<>();
        for (ExecutionRecorded execution : executions) {
            Instruction fresh = Instruction.requested(execution, now);
            Instruction before = known.putIfAbsent(execution.trade(), fresh);
            if (before == null) {
                requested.add(fresh);
            } else if (!before.agreesWith(execution)) {
                throw new IllegalStateException(execution + " contradicts " + before);
            }
        }
        table.insert(requested);
        outbox.publish(requested.stream().map(Instruction::request).toList());
    }

    /** Takes the registry's answers, pays what is due, and clears a day this may complete. */
    void hear(List<DeliveryEvent> answers) {
        Set<Market> markets =
                answers.stream()
                        .map(DeliveryEvent::market)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Market.class)));
        Map<Market, Long> turns = table.lockTurns(markets);
        List<Instruction> held = new ArrayList<>(table.waiting(markets));
        held.addAll(table.find(answers.stream().map(DeliveryEvent::trade).toList()));
        OffsetDateTime now = clock.now();
        PaymentBook book = new PaymentBook(held, turns);
        answers.forEach(answer -> book.hear(answer, now));
        pay(book, now);
        table.update(book.changed());
        table.storeTurns(book.turns());
        outbox.publish(book.outcomes());
        book.turns().forEach(clearing::clearWhatIsFinal);
    }

    private void pay(PaymentBook book, OffsetDateTime now) {
        List<Instruction> due = book.due();
        if (due.isEmpty()) {
            return;
        }
        Set<AccountId> parties =
                due.stream()
                        .flatMap(each -> Stream.of(each.buyer(), each.seller()))
                        .collect(Collectors.toSet());
        FundsBook funds = ledger.lock(parties);
        due.forEach(instruction -> book.end(instruction, funds, now));
        ledger.write(funds);
    }
}
