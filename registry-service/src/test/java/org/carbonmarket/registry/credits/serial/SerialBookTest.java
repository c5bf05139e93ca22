package org.carbonmarket.registry.credits.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.registry.credits.serial.CreditBlock.Origin;
import org.carbonmarket.registry.credits.serial.Standing.Held;
import org.carbonmarket.registry.credits.serial.Standing.Pooled;
import org.carbonmarket.registry.credits.serial.Standing.Retired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialBookTest {

    private static final Origin FOREST = new Origin("FOREST", "FOREST-B1", 2023);
    private static final Held OWNER = new Held(AccountId.of("OWNER-1"));
    private static final Held BUYER = new Held(AccountId.of("BUYER-1"));

    @Test
    void aSplitKeepsRangesWholeAndDisjoint() {
        SerialBook book = new SerialBook(List.of(block(1, 1_000, OWNER, 1)));

        assertThat(book.moveFirstIn(SerialBookTest::isOwners, 300, BUYER, 2))
                .hasValue(List.of(block(1, 300, BUYER, 2)));

        assertThat(book.blocks())
                .containsExactly(block(1, 300, BUYER, 2), block(301, 1_000, OWNER, 1));
        assertThat(book.changed()).isEqualTo(book.blocks());
    }

    @Test
    void whatCameFirstGoesFirst() {
        SerialBook book =
                new SerialBook(
                        List.of(
                                block(1, 100, new Pooled(), 9),
                                block(101, 150, new Pooled(), 4),
                                block(151, 200, OWNER, 1)));

        var moved =
                book.moveFirstIn(SerialBookTest::isPooled, 80, new Retired("RT-10"), 10)
                        .orElseThrow();

        assertThat(moved)
                .containsExactly(
                        block(101, 150, new Retired("RT-10"), 10),
                        block(1, 30, new Retired("RT-10"), 10));
    }

    @Test
    void exactSerialsAreCutOutOfTheMiddleAndAcrossBlocks() {
        SerialBook book =
                new SerialBook(List.of(block(1, 100, OWNER, 1), block(101, 200, OWNER, 2)));

        assertThat(
                        book.moveExactly(
                                SerialBookTest::isOwners,
                                new SerialRange(91, 110),
                                new Retired("RT-3"),
                                3))
                .isPresent();

        assertThat(book.blocks())
                .containsExactly(
                        block(1, 90, OWNER, 1),
                        block(91, 100, new Retired("RT-3"), 3),
                        block(101, 110, new Retired("RT-3"), 3),
                        block(111, 200, OWNER, 2));
    }

    @Test
    void serialsOneDoesNotHaveAreNotMoved() {
        List<CreditBlock> opened = List.of(block(1, 100, OWNER, 1), block(101, 200, BUYER, 2));
        SerialBook book = new SerialBook(opened);

        assertThat(book.moveExactly(SerialBookTest::isOwners, new SerialRange(91, 110), BUYER, 3))
                .isEmpty();
        assertThat(book.moveFirstIn(SerialBookTest::isOwners, 101, BUYER, 3)).isEmpty();

        assertThat(book.blocks()).isEqualTo(opened);
        assertThat(book.changed()).isEmpty();
    }

    @Test
    void nothingIsRetiredTwice() {
        SerialBook book = new SerialBook(List.of(block(1, 10, new Retired("RT-1"), 1)));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> book.moveFirstIn(each -> true, 5, new Retired("RT-2"), 2));
    }

    @Test
    void overlappingSerialsDoNotGetIn() {
        SerialBook book = new SerialBook(List.of(block(10, 20, OWNER, 1)));

        assertThatIllegalArgumentException().isThrownBy(() -> book.issue(block(20, 30, OWNER, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> book.issue(block(5, 40, OWNER, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> new SerialRange(0, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new SerialRange(5, 4));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 20240122})
    void everySerialStaysInExactlyOneBlock(long seed) {
        Random random = new Random(seed);
        long last = 10_000;
        SerialBook book = new SerialBook(List.of(block(1, last, OWNER, 0)));
        for (int act = 1; act <= 2_000; act++) {
            Standing from = any(random);
            long units = random.nextLong(1, 60);
            if (random.nextBoolean()) {
                book.moveFirstIn(block -> block.standing().equals(from), units, any(random), act);
            } else {
                SerialRange exact = SerialRange.of(random.nextLong(1, last - 60), units);
                book.moveExactly(block -> block.standing().equals(from), exact, any(random), act);
            }
            assertThat(serialsOf(book)).as("seed %d, act %d", seed, act).isEqualTo(last);
        }
    }

    /** Counts serials, when each block begins where the one before it ends. */
    private static long serialsOf(SerialBook book) {
        List<CreditBlock> blocks = new ArrayList<>(book.blocks());
        long next = 1;
        for (CreditBlock block : blocks) {
            assertThat(block.serials().first()).isEqualTo(next);
            next = block.serials().last() + 1;
        }
        return next - 1;
    }

    private static boolean isOwners(CreditBlock block) {
        return block.standing().equals(OWNER);
    }

    private static boolean isPooled(CreditBlock block) {
        return block.standing() instanceof Pooled;
    }

    private static Standing any(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> OWNER;
            case 1 -> BUYER;
            default -> new Pooled();
        };
    }

    private static CreditBlock block(long first, long last, Standing standing, long act) {
        return new CreditBlock(new SerialRange(first, last), FOREST, standing, act);
    }
}
