package org.carbonmarket.settlement.deliverypayment;

import io.micrometer.core.instrument.MeterRegistry;
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
import org.carbonmarket.events.settlement.SettlementEvent;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.trading.ExecutionEvent;
import org.carbonmarket.settlement.clearing.Clearing;
import org.carbonmarket.settlement.funds.FundsBook;
import org.carbonmarket.settlement.funds.ledger.Ledger;
import org.jboss.logging.Logger;

/**
 * Allowances leave only against payment, payment only against locked allowances (Settlement Rules,
 * delivery versus payment). A batch is one transaction and a few statements, whatever its length.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DeliveryVersusPayment {

    private static final Logger LOG = Logger.getLogger(DeliveryVersusPayment.class);

    private final InstructionTable table;
    private final Ledger ledger;
    private final Clearing clearing;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final MeterRegistry meters;

    DeliveryVersusPayment(
            InstructionTable table,
            Ledger ledger,
            Clearing clearing,
            Outbox outbox,
            BusinessClock clock,
            MeterRegistry meters) {
        this.table = table;
        this.ledger = ledger;
        this.clearing = clearing;
        this.outbox = outbox;
        this.clock = clock;
        this.meters = meters;
    }

    /** Opens an instruction for each new trade and asks the registry to lock. */
    void open(List<ExecutionEvent> executions) {
        Map<TradeId, Instruction> known = new HashMap<>();
        table.find(executions.stream().map(ExecutionEvent::trade).toList())
                .forEach(instruction -> known.put(instruction.trade(), instruction));
        OffsetDateTime now = clock.now();
        List<Instruction> requested = new ArrayList<>();
        for (ExecutionEvent execution : executions) {
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
        OffsetDateTime now = clock.now();
        PaymentBook book =
                new PaymentBook(
                        table.find(answers.stream().map(DeliveryEvent::trade).toList()),
                        turns,
                        table);
        answers.forEach(answer -> book.hear(answer, now));
        FundsBook funds = end(book, now);
        table.update(book.changed());
        table.storeTurns(book.turns());
        outbox.publish(book.outcomes());
        book.outcomes().forEach(this::alert);
        book.turns().forEach(clearing::clearWhatIsFinal);
        // Last, because the end of the chain stays locked until the commit.
        ledger.write(funds);
    }

    /** A failed trade is an operator's business at once; the registry restricts who is at fault. */
    private void alert(SettlementEvent outcome) {
        if (outcome instanceof SettlementFailed failed) {
            meters.counter("settlement.failures", "cause", failed.cause()).increment();
            LOG.errorf(
                    "trade %s fails: %s, at fault: %s",
                    failed.trade(), failed.cause(), failed.atFault());
        }
    }

    private FundsBook end(PaymentBook book, OffsetDateTime now) {
        List<Instruction> due = book.due();
        Set<AccountId> parties =
                due.stream()
                        .flatMap(each -> Stream.of(each.buyer(), each.seller()))
                        .collect(Collectors.toSet());
        FundsBook funds = ledger.lock(parties);
        due.forEach(instruction -> book.end(instruction, funds, now));
        return funds;
    }
}
