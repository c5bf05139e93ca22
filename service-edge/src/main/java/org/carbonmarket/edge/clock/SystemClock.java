package org.carbonmarket.edge.clock;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** The machine's time, to the millisecond. */
record SystemClock(Clock clock) implements BusinessClock {

    SystemClock() {
        this(Clock.system(ZONE));
    }

    @Override
    public OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
