package org.carbonmarket.reporting.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.carbonmarket.reporting.reconciliation.Suspicions.Published;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuspicionsTest {

    private static final Finding MISSING =
            Finding.suspected(Invariant.I4, "trade CN-1", "executed once", "never executed", "");

    private final Suspicions<Integer> suspicions = new Suspicions<>();
    private @Nullable Integer end = 10;
    private int folded = 5;

    private final Published<Integer> topics =
            new Published<>() {
                @Override
                public @Nullable Integer ends() {
                    return end;
                }

                @Override
                public boolean isFolded(Integer ends) {
                    return folded >= ends;
                }
            };

    @Test
    void aSuspicionIsNoBreakWhileItsCauseMayStillBeUnread() {
        assertThat(judgeAt(0, MISSING)).isEmpty();
        assertThat(judgeAt(2, MISSING)).isEmpty();
        assertThat(judgeAt(60, MISSING)).isEmpty();
    }

    @Test
    void aSuspicionThatOutlivesEverythingPublishedIsABreak() {
        judgeAt(0, MISSING);
        judgeAt(2, MISSING);
        folded = 10;
        end = 1_000;
        assertThat(judgeAt(3, MISSING)).containsExactly(MISSING);
        folded = 0;
        assertThat(judgeAt(4, MISSING)).containsExactly(MISSING);
    }

    @Test
    void aSuspicionThatWasExplainedStartsAnewWhenItComesBack() {
        judgeAt(0, MISSING);
        judgeAt(2, MISSING);
        folded = 10;
        suspicions.confirmed(List.of(), Duration.ofSeconds(3), topics);
        assertThat(judgeAt(4, MISSING)).isEmpty();
    }

    @Test
    void nothingIsABreakWhileTheBrokerIsSilent() {
        end = null;
        folded = 10;
        assertThat(judgeAt(0, MISSING)).isEmpty();
        assertThat(judgeAt(3, MISSING)).isEmpty();
        assertThat(judgeAt(6, MISSING)).isEmpty();
        end = 10;
        judgeAt(7, MISSING);
        assertThat(judgeAt(8, MISSING)).containsExactly(MISSING);
    }

    private List<Finding> judgeAt(int seconds, Finding finding) {
        return suspicions.confirmed(List.of(finding), Duration.ofSeconds(seconds), topics);
    }
}
