package org.carbonmarket.trading.answers;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Command numbers, unique in the platform: a random prefix per process and a count. */
@Singleton
public final class RequestNumbers {

    private static final int PREFIX_BYTES = 8;

    private final String prefix;
    private final AtomicLong count = new AtomicLong();

    RequestNumbers() {
        byte[] random = new byte[PREFIX_BYTES];
        new SecureRandom().nextBytes(random);
        prefix = HexFormat.of().formatHex(random) + "-";
    }

    public String next() {
        return prefix + count.incrementAndGet();
    }
}
