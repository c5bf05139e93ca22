package org.carbonmarket.settlement.bank.deposits;

import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;

/**
 * What became of a credit notification.
 *
 * @param message the bank's number of it
 * @param booked credits booked now
 * @param repeated credits that were booked before
 * @param contradicted credits refused because their reference stands for something else
 */
record Notified(String message, long booked, long repeated, long contradicted, List<Line> credits) {

    Notified {
        credits = List.copyOf(credits);
    }

    /** What became of one credit. */
    record Line(String bankReference, AccountId account, Money amount, Outcome outcome) {

        static Line of(Confirmed confirmed) {
            return switch (confirmed) {
                case Confirmed.Booked(var deposit) -> of(deposit, Outcome.BOOKED);
                case Confirmed.Repeated(var deposit) -> of(deposit, Outcome.REPEATED);
                case Confirmed.Contradicted(var asked, _) ->
                        new Line(
                                asked.bankReference(),
                                asked.account(),
                                asked.amount(),
                                Outcome.CONTRADICTED);
            };
        }

        private static Line of(Deposit deposit, Outcome outcome) {
            return new Line(deposit.bankReference(), deposit.account(), deposit.amount(), outcome);
        }
    }

    /** What can become of a credit. */
    enum Outcome {
        BOOKED,
        REPEATED,
        CONTRADICTED
    }

    static Notified of(String message, List<Confirmed> confirmed) {
        List<Line> lines = confirmed.stream().map(Line::of).toList();
        return new Notified(
                message,
                count(lines, Outcome.BOOKED),
                count(lines, Outcome.REPEATED),
                count(lines, Outcome.CONTRADICTED),
                lines);
    }

    private static long count(List<Line> lines, Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
