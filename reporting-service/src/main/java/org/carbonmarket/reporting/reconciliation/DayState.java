package org.carbonmarket.reporting.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/**
 * A trading day in everybody's words.
 *
 * @param closed trades, volume and amount as trading closed it; null before
 * @param cleared the same as settlement cleared it; null before
 * @param executed the same as folded from the executions
 * @param complete whether the executions are folded up to the close's last trade
 * @param broken settlement's own breaks; null when it named none
 */
public record DayState(
        Market market,
        LocalDate day,
        Said closed,
        Cleared cleared,
        Executed executed,
        boolean complete,
        @Nullable String broken) {

    /** Words, and how often they were said. */
    record Said(@Nullable String text, int times) {}

    /** The clearing. Fees in fen; ends are settled and failed trades together. */
    record Cleared(Said said, long ends, long failed, long fees) {}

    /** The executions. Amount and fees in fen. */
    record Executed(long trades, long volume, long amount, long fees) {

        String words() {
            return Texts.of(trades, volume, Money.ofFen(amount));
        }
    }

    /** The day as it is told: by the close when there is one, else as far as it has come. */
    public record Told(
            Market market,
            LocalDate day,
            boolean cleared,
            long trades,
            Tonnes volume,
            Money amount) {}

    Told told() {
        return new Told(
                market,
                day,
                isCleared(),
                executed.trades(),
                Tonnes.of(executed.volume()),
                Money.ofFen(executed.amount()));
    }

    boolean isCleared() {
        return cleared.said().times() > 0;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        once(findings, "closed", closed);
        once(findings, "cleared", cleared.said());
        if (broken != null && !isCleared()) {
            findings.add(
                    Finding.certain(Invariant.I4, subject(), "cleared", "clearing broken", broken));
        }
        if (closed.text() != null && complete) {
            same(findings, Invariant.I4, "executions", closed.text(), executed.words());
        }
        if (isCleared()) {
            cleared(findings);
        }
        return findings;
    }

    private void cleared(List<Finding> findings) {
        if (closed.text() == null) {
            findings.add(
                    Finding.suspected(
                            Invariant.I4, subject(), "closed before cleared", "never closed", ""));
            return;
        }
        same(
                findings,
                Invariant.I4,
                "clearing",
                closed.text(),
                String.valueOf(cleared.said().text()));
        if (!complete) {
            return;
        }
        same(
                findings,
                Invariant.I4,
                "ends",
                Long.toString(executed.trades()),
                Long.toString(cleared.ends()));
        if (cleared.failed() == 0) {
            same(
                    findings,
                    Invariant.I2,
                    "fees",
                    Money.ofFen(executed.fees()).toString(),
                    Money.ofFen(cleared.fees()).toString());
        }
    }

    private void once(List<Finding> findings, String deed, Said said) {
        if (said.times() > 1) {
            findings.add(
                    Finding.certain(
                            Invariant.I4,
                            subject(),
                            deed + " once",
                            deed + " " + said.times() + " times",
                            String.valueOf(said.text())));
        }
    }

    private void same(
            List<Finding> findings,
            Invariant invariant,
            String what,
            String expected,
            String found) {
        if (!expected.equals(found)) {
            findings.add(Finding.certain(invariant, subject() + " " + what, expected, found, ""));
        }
    }

    private String subject() {
        return "day " + day + " of " + market;
    }
}
