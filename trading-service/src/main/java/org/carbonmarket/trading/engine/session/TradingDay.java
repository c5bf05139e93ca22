package org.carbonmarket.trading.engine.session;

import java.time.LocalDate;
import java.util.EnumSet;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/**
 * The course of a market's days: {@code PRE_OPEN, OPEN, BREAK, OPEN, CLOSED}, then the next day,
 * which may open only when settlement has cleared this one. Phases may be skipped, never repeated.
 */
public final class TradingDay {

    /** What the calendar's word that a phase begins means here. */
    public enum Turn {
        /** The phase is reached or passed already, or its day has not opened. */
        NONE,
        /** The next day wants to open and may not. */
        REFUSED,
        /** The phase begins. */
        TAKEN
    }

    private @Nullable LocalDate day;
    private Step step = Step.CLOSED;
    private boolean cleared;
    private boolean halted;

    /** The day that is on, or was last; null before the first. */
    public @Nullable LocalDate day() {
        return day;
    }

    /** The day that is on, or was last. Only for what happens after a first opening. */
    public LocalDate openedDay() {
        if (day == null) {
            throw new IllegalStateException("no day has opened yet");
        }
        return day;
    }

    /** How many of the day's five phases have begun; which of the two openings is on shows here. */
    public int phasesBegun() {
        return day == null ? 0 : EnumSet.range(Step.PRE_OPEN, step).size();
    }

    /** The phase as the public sees it. */
    public Phase phase() {
        return halted && step != Step.CLOSED ? Phase.HALTED : step.phase();
    }

    /** Whether a day has opened and not closed. */
    public boolean isOn() {
        return day != null && step != Step.CLOSED;
    }

    public boolean takesOrders() {
        return phase() == Phase.OPEN;
    }

    /** Blocks are traded in the afternoon only. */
    public boolean takesBlocks() {
        return step == Step.AFTERNOON && !halted;
    }

    public boolean isHalted() {
        return halted;
    }

    /** Halts or resumes the whole market. Tells whether that changed anything. */
    public boolean halt(boolean halt) {
        boolean changes = halted != halt;
        halted = halt;
        return changes;
    }

    /** The closed day whose clearing is awaited; null when there is none. */
    public @Nullable LocalDate uncleared() {
        return cleared ? null : day;
    }

    /** Settlement cleared a day. Only the day that closed last matters. */
    public void clear(LocalDate clearedDay) {
        if (step == Step.CLOSED && clearedDay.equals(day)) {
            cleared = true;
        }
    }

    /** Goes on to a phase where the day's course allows it. */
    public Turn enter(LocalDate ofDay, Phase phase) {
        boolean nextDay = day == null || ofDay.isAfter(day);
        if (nextDay) {
            return phase == Phase.PRE_OPEN ? open(ofDay) : Turn.NONE;
        }
        Step next = ofDay.equals(day) ? nextStep(phase) : null;
        if (next == null) {
            return Turn.NONE;
        }
        step = next;
        return Turn.TAKEN;
    }

    private Turn open(LocalDate newDay) {
        boolean mayOpen = day == null || (step == Step.CLOSED && cleared);
        if (!mayOpen) {
            return Turn.REFUSED;
        }
        day = newDay;
        step = Step.PRE_OPEN;
        cleared = false;
        return Turn.TAKEN;
    }

    private @Nullable Step nextStep(Phase phase) {
        return switch (phase) {
            case OPEN ->
                    switch (step) {
                        case PRE_OPEN -> Step.MORNING;
                        case BREAK -> Step.AFTERNOON;
                        case MORNING, AFTERNOON, CLOSED -> null;
                    };
            case BREAK -> step.compareTo(Step.BREAK) < 0 ? Step.BREAK : null;
            case CLOSED -> step == Step.CLOSED ? null : Step.CLOSED;
            case PRE_OPEN, HALTED -> null;
        };
    }

    public void write(SnapshotWriter to) {
        to.optionalDay(day);
        to.choice(step);
        to.flag(cleared);
        to.flag(halted);
    }

    public static TradingDay read(SnapshotReader from) {
        TradingDay read = new TradingDay();
        read.day = from.optionalDay();
        read.step = from.oneOf(Step.class);
        read.cleared = from.flag();
        read.halted = from.flag();
        return read;
    }
}
