package org.carbonmarket.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * What is timed. Throughput and latency apart: reading the clock per command costs as much as one.
 */
public class BookBenchmark {

    private static final int RUN = 10_000;

    /** Commands per second; the processor's clock is read once in ten thousand of them. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(RUN)
    public long throughput(Session session, ProcessorTime time) {
        long since = time.now();
        for (int n = 0; n < RUN; n++) {
            session.step();
        }
        time.add(RUN, since);
        return session.digest();
    }

    /** Nanoseconds of single commands, the clock's own cost among them. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public long latency(Session session) {
        session.step();
        return session.digest();
    }
}
