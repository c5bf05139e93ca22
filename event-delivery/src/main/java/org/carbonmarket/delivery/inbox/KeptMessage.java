package org.carbonmarket.delivery.inbox;

/**
 * A message that is not handed over but kept.
 *
 * @param parked whether it was understood and only waits behind another of its key
 */
public record KeptMessage(Arrival arrival, boolean parked) {

    /** Why it is kept, in a sentence. */
    public String reason() {
        return parked ? "waits behind a dead letter of the same key" : arrival.reason();
    }
}
