package org.carbonmarket.reporting.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.reporting.reconciliation.TradeLife.Said;
import org.jspecify.annotations.Nullable;

/**
 * Whether a trade that is not done is merely on its way. Doubled deeds and differing words are
 * certain; a deed whose cause has not been heard of is suspected, since the cause travels on
 * another topic; a deed still to come is in flight and no finding.
 */
final class TradeCheck {

    private final TradeLife life;
    private final String subject;
    private final List<Finding> findings = new ArrayList<>();

    private TradeCheck(TradeLife life) {
        this.life = life;
        this.subject = "trade " + life.trade();
    }

    static List<Finding> findings(TradeLife life) {
        TradeCheck check = new TradeCheck(life);
        check.doubled();
        check.contradictions();
        check.differences();
        check.withoutCause();
        return check.findings;
    }

    private void doubled() {
        atMostOnce("published", life.traded().times());
        atMostOnce("executed", life.executed().terms().times());
        atMostOnce("ended", life.ended().times());
        atMostOnce("locked", life.locked().times());
        atMostOnce("delivered or undone", life.delivered().times() + life.undone().times());
    }

    private void atMostOnce(String deed, int times) {
        if (times > 1) {
            certain(Invariant.I4, deed + " once", deed + " " + times + " times", ends());
        }
    }

    private void contradictions() {
        if (life.ended().settledTimes() > 0 && life.undone().times() > 0) {
            certain(Invariant.I4, "settled, so delivered", "settled, yet undone", ends());
        }
        if (life.ended().failedTimes() > 0 && life.delivered().times() > 0) {
            certain(Invariant.I4, "failed, so undone", "failed, yet delivered", ends());
        }
        if (life.ended().failedTimes() > 0
                && !life.ended().failedLocked()
                && life.undone().times() > 0) {
            certain(Invariant.I4, "failed unlocked, nothing to undo", "undone", ends());
        }
    }

    private void differences() {
        same(Invariant.I4, life.executed().terms().text(), life.traded(), "published");
        same(
                Invariant.I4,
                life.executed().parties(),
                new Said(life.ended().said(), life.ended().times()),
                "settled or failed");
        same(Invariant.I1, life.executed().lockLeg(), life.locked(), "locked");
        same(Invariant.I1, life.executed().deliveryLeg(), life.delivered(), "delivered");
        same(Invariant.I1, life.executed().lockLeg(), life.undone(), "undone");
    }

    private void same(Invariant invariant, @Nullable String executed, Said said, String deed) {
        if (said.differsFrom(executed)) {
            certain(
                    invariant,
                    String.valueOf(executed),
                    String.valueOf(said.text()),
                    deed + " differs from executed");
        }
    }

    private void withoutCause() {
        boolean executed = life.executed().terms().times() > 0;
        boolean traded = life.traded().times() > 0;
        boolean locked = life.locked().times() > 0;
        boolean moved = life.delivered().times() + life.undone().times() > 0;
        if (!executed) {
            suspected("executed once", "never executed");
        } else if (!traded) {
            suspected("published once", "executed, never published");
        }
        if (life.ended().settledTimes() > 0 && !locked) {
            suspected("locked before settled", "settled, never locked");
        }
        if (moved && !locked) {
            suspected("locked before delivered or undone", "never locked");
        }
        if (moved && life.ended().times() == 0) {
            suspected("settled or failed before delivered or undone", "has no end");
        }
        if (life.rejectedTimes() > 0 && life.ended().settledTimes() > 0) {
            suspected("failed, for its delivery was rejected", "settled");
        }
    }

    private String ends() {
        return "settled %d, failed %d, locked %d, delivered %d, undone %d times"
                .formatted(
                        life.ended().settledTimes(),
                        life.ended().failedTimes(),
                        life.locked().times(),
                        life.delivered().times(),
                        life.undone().times());
    }

    private void certain(Invariant invariant, String expected, String found, String evidence) {
        findings.add(Finding.certain(invariant, subject, expected, found, evidence));
    }

    private void suspected(String expected, String found) {
        findings.add(Finding.suspected(Invariant.I4, subject, expected, found, ends()));
    }
}
