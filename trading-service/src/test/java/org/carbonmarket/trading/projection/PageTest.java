package org.carbonmarket.trading.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.carbonmarket.edge.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        Page<Long> first = Page.of(null, below(Long.MAX_VALUE), 2, row -> row, row -> row);
        assertThat(first.items()).containsExactly(5L, 4L);
        Page<Long> second =
                Page.of(null, below(Page.before(first.next())), 2, row -> row, row -> row);
        assertThat(second.items()).containsExactly(3L, 2L);
        Page<Long> last =
                Page.of(null, below(Page.before(second.next())), 2, row -> row, row -> row);
        assertThat(last.items()).containsExactly(1L);
        assertThat(last.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "????", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw"})
    void aForeignCursorIsRefused(String cursor) {
        assertThatThrownBy(() -> Page.before(cursor)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void aPageHasOneToFiveHundredItems(int limit) {
        assertThatThrownBy(() -> Page.size(limit)).isInstanceOf(Refusal.class);
    }

    /** Three rows at most, as a query would read for a page of two. */
    private static List<Long> below(long before) {
        return LongStream.iterate(5, number -> number - 1)
                .limit(5)
                .filter(number -> number < before)
                .limit(3)
                .boxed()
                .toList();
    }
}
