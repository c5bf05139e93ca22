package org.carbonmarket.local;

/** The platform cannot go on; the message is one sentence for the person at the terminal. */
public final class PlatformFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String sentence;

    public PlatformFailure(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public PlatformFailure(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** What the person at the terminal is told. */
    public String sentence() {
        return sentence;
    }
}
