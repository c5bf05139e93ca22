package org.carbonmarket.settlement.bank.withdrawals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.settlement.bank.BankMessages;
import org.carbonmarket.settlement.bank.FileFault;
import org.carbonmarket.settlement.bank.PaymentStatusReport;
import org.carbonmarket.settlement.bank.PaymentStatusReport.Outcome.Paid;
import org.carbonmarket.settlement.bank.PaymentStatusReport.Outcome.Pending;
import org.carbonmarket.settlement.bank.PaymentStatusReport.Outcome.Rejected;
import org.carbonmarket.settlement.bank.PaymentStatusReport.Status;
import org.carbonmarket.settlement.bank.orders.OrderedPayment;
import org.carbonmarket.settlement.bank.orders.PaymentOrders;
import org.carbonmarket.settlement.bank.references.Confirmation;
import org.carbonmarket.settlement.bank.references.Confirmations;
import org.carbonmarket.settlement.bank.references.Discrepancies;
import org.carbonmarket.settlement.bank.references.Discrepancy;
import org.carbonmarket.settlement.bank.references.ReceivedMessages;
import org.carbonmarket.settlement.bank.withdrawals.StatusesTaken.Line;
import org.carbonmarket.settlement.bank.withdrawals.StatusesTaken.Outcome;
import org.carbonmarket.settlement.bank.withdrawals.Withdrawal.State;

/**
 * Takes the bank's payment status reports. A payment's end is taken once; the same again changes
 * nothing, another end contradicts it and raises the alarm.
 */
@ApplicationScoped
@Transactional
class PaymentStatuses {

    private final BankMessages messages;
    private final ReceivedMessages received;
    private final PaymentOrders orders;
    private final WithdrawalTable table;
    private final Payouts payouts;
    private final Confirmations confirmations;
    private final Discrepancies discrepancies;
    private final BusinessClock clock;

    PaymentStatuses(
            BankMessages messages,
            ReceivedMessages received,
            PaymentOrders orders,
            WithdrawalTable table,
            Payouts payouts,
            Confirmations confirmations,
            Discrepancies discrepancies,
            BusinessClock clock) {
        this.messages = messages;
        this.received = received;
        this.orders = orders;
        this.table = table;
        this.payouts = payouts;
        this.confirmations = confirmations;
        this.discrepancies = discrepancies;
        this.clock = clock;
    }

    /**
     * Takes a report.
     *
     * @throws Refusal with every fault, and then nothing of the report is taken
     */
    StatusesTaken take(byte[] file, String actor) {
        PaymentStatusReport report = messages.paymentStatuses(file);
        requireOurs(report);
        Map<String, Withdrawal> locked =
                table.lock(report.statuses().stream().map(Status::withdrawal).toList());
        received.keep(ReceivedMessages.Kind.PAYMENT_STATUS, report.message(), file, actor);
        List<Line> lines = new ArrayList<>();
        for (Status status : report.statuses()) {
            Withdrawal open = locked.get(status.withdrawal());
            if (open == null) {
                throw new IllegalStateException("an order without its withdrawal: " + status);
            }
            Line line = apply(report, status, open, actor);
            lines.add(line);
            locked.put(open.withdrawal(), table.show(open.withdrawal()));
        }
        return new StatusesTaken(report.message(), report.order(), lines);
    }

    private void requireOurs(PaymentStatusReport report) {
        Optional<OrderedPayment> order = orders.find(report.order());
        List<FileFault> faults = new ArrayList<>();
        for (int i = 0; i < report.statuses().size(); i++) {
            Status status = report.statuses().get(i);
            String at = "payment " + (i + 1);
            if (order.filter(sent -> sent.withdrawal().equals(status.withdrawal())).isEmpty()) {
                faults.add(
                        new FileFault(
                                at,
                                "ORDER_UNKNOWN",
                                "No payment order %s was sent for %s."
                                        .formatted(report.order(), status.withdrawal())));
            } else if (status.amount() != null && !status.amount().equals(order.get().amount())) {
                faults.add(
                        new FileFault(
                                at,
                                "AMOUNTS_DIFFER",
                                "The order was for %s, the report is about %s."
                                        .formatted(order.get().amount(), status.amount())));
            }
        }
        FileFault.refuseAny(faults);
    }

    private Line apply(PaymentStatusReport report, Status status, Withdrawal open, String actor) {
        OffsetDateTime now = clock.now().truncatedTo(ChronoUnit.MICROS);
        return switch (status.outcome()) {
            case Pending _ -> line(open, Outcome.NOTED);
            case Paid(var reference) when open.state() == State.ORDERED ->
                    pay(report, open, reference, actor, now);
            case Paid(var reference)
                    when open.state() == State.PAID && reference.equals(open.bankReference()) ->
                    line(open, Outcome.NOTED);
            case Paid(var reference) -> contradicted(report, open, reference, "PAID " + reference);
            case Rejected(var reason) when open.state() == State.ORDERED -> {
                orders.close(report.order(), OrderedPayment.State.REJECTED);
                yield line(
                        payouts.giveBack(open, State.REJECTED, reason, actor, now), Outcome.TAKEN);
            }
            case Rejected _ when open.state() == State.REJECTED -> line(open, Outcome.NOTED);
            case Rejected(var reason) ->
                    contradicted(report, open, open.withdrawal(), "REJECTED " + reason);
        };
    }

    private Line pay(
            PaymentStatusReport report,
            Withdrawal open,
            String reference,
            String actor,
            OffsetDateTime now) {
        Optional<Confirmation> before = confirmations.lock(reference);
        if (before.isPresent()) {
            discrepancies.report(
                    new Discrepancy.Found(
                            Discrepancy.Kind.REFERENCE_CHANGED,
                            reference,
                            before.get().described(),
                            Confirmation.describe(
                                    Confirmation.Direction.WITHDRAWAL,
                                    open.account(),
                                    open.amount()),
                            report.message()));
            return line(open, Outcome.CONTRADICTED);
        }
        orders.close(report.order(), OrderedPayment.State.PAID);
        return line(payouts.paid(open, reference, actor, now), Outcome.TAKEN);
    }

    private Line contradicted(
            PaymentStatusReport report, Withdrawal open, String reference, String received) {
        discrepancies.report(
                new Discrepancy.Found(
                        Discrepancy.Kind.STATUS_CHANGED,
                        reference,
                        "%s %s".formatted(open.withdrawal(), open.state()),
                        open.withdrawal() + " " + received,
                        report.message()));
        return line(open, Outcome.CONTRADICTED);
    }

    private static Line line(Withdrawal now, Outcome outcome) {
        return new Line(now.withdrawal(), outcome, now.state());
    }
}
