package org.carbonmarket.local;

/** The platform cannot go on; the message is one sentence for the person at the terminal. */
public final class PlatformFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PlatformFailure(String sentence) {
        super(sentence);
    }

    public PlatformFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
