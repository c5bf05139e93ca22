package org.carbonmarket.registry.credits.serial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Some locked blocks of serials and the moves made on them. A move splits blocks where it must:
 * what results is whole and disjoint, and together the same serials as before.
 *
 * <p>Not thread-safe: one act, one thread.
 */
public final class SerialBook {

    private final NavigableMap<Long, CreditBlock> blocks = new TreeMap<>();
    private final SortedMap<Long, CreditBlock> changed = new TreeMap<>();
    private final List<Move> moves = new ArrayList<>();

    /**
     * Serials that went from one place to another.
     *
     * @param from null for serials that were issued
     */
    public record Move(SerialRange serials, @Nullable Standing from, Standing to) {}

    /** Opens a book on blocks that do not overlap. */
    public SerialBook(Iterable<CreditBlock> opened) {
        for (CreditBlock block : opened) {
            put(block);
        }
        changed.clear();
    }

    /** Puts newly issued serials where they first stand. */
    public void issue(CreditBlock block) {
        put(block);
        moves.add(new Move(block.serials(), null, block.standing()));
    }

    /**
     * Moves the first units that came to a place, in the order they came.
     *
     * @param from which blocks may be taken
     * @return what was moved, none when there are fewer units than asked
     */
    public Optional<List<CreditBlock>> moveFirstIn(
            Predicate<CreditBlock> from, long units, Standing to, long act) {
        List<CreditBlock> queue =
                blocks.values().stream().filter(from).sorted(CreditBlock.FIRST_IN).toList();
        if (queue.stream().mapToLong(block -> block.serials().units()).sum() < units) {
            return Optional.empty();
        }
        List<CreditBlock> moved = new ArrayList<>();
        long rest = units;
        for (CreditBlock block : queue) {
            if (rest == 0) {
                break;
            }
            long taken = Math.min(rest, block.serials().units());
            moved.add(move(block, SerialRange.of(block.serials().first(), taken), to, act));
            rest -= taken;
        }
        return Optional.of(moved);
    }

    /**
     * Moves exactly these serials.
     *
     * @param from which blocks may be taken
     * @return what was moved, none when one of the serials is in no such block
     */
    public Optional<List<CreditBlock>> moveExactly(
            Predicate<CreditBlock> from, SerialRange exact, Standing to, long act) {
        List<CreditBlock> touched =
                blocks.values().stream()
                        .filter(from)
                        .filter(block -> block.serials().overlaps(exact))
                        .toList();
        long covered =
                touched.stream().mapToLong(block -> common(block.serials(), exact).units()).sum();
        if (covered != exact.units()) {
            return Optional.empty();
        }
        return Optional.of(
                touched.stream()
                        .map(block -> move(block, common(block.serials(), exact), to, act))
                        .toList());
    }

    private static SerialRange common(SerialRange one, SerialRange other) {
        return new SerialRange(
                Math.max(one.first(), other.first()), Math.min(one.last(), other.last()));
    }

    private CreditBlock move(CreditBlock block, SerialRange part, Standing to, long act) {
        SerialRange whole = block.serials();
        blocks.remove(whole.first());
        if (whole.first() < part.first()) {
            put(block.cutTo(new SerialRange(whole.first(), part.first() - 1)));
        }
        if (part.last() < whole.last()) {
            put(block.cutTo(new SerialRange(part.last() + 1, whole.last())));
        }
        CreditBlock moved = block.moved(part, to, act);
        put(moved);
        moves.add(new Move(part, block.standing(), to));
        return moved;
    }

    private void put(CreditBlock block) {
        long first = block.serials().first();
        Map.Entry<Long, CreditBlock> before = blocks.floorEntry(block.serials().last());
        if (before != null && before.getValue().serials().overlaps(block.serials())) {
            throw new IllegalArgumentException(block.serials() + " are in the book already");
        }
        blocks.put(first, block);
        changed.put(first, block);
    }

    /** What moved, in order. */
    public List<Move> moves() {
        return List.copyOf(moves);
    }

    /** The blocks as they are now, by serial. */
    public List<CreditBlock> blocks() {
        return List.copyOf(blocks.values());
    }

    /** The blocks not as they were opened, by serial: one cut short before what was cut off. */
    public List<CreditBlock> changed() {
        return List.copyOf(changed.values());
    }
}
