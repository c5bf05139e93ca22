package org.carbonmarket.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the book's thread had of the processor; on a busy machine far less than went by. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ProcessorTime {

    /** Commands given, an event count of the iteration's. */
    public long commands;

    /** Nanoseconds of processor time they took. */
    public long nanoseconds;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    void add(int given, long since) {
        commands += given;
        nanoseconds += now() - since;
    }

    long now() {
        return threads.getCurrentThreadCpuTime();
    }
}
