package org.carbonmarket.trading.marketdata.stream;

/** What goes out on a stream. */
sealed interface StreamItem {

    /**
     * An event of the market.
     *
     * @param cursor where a reader goes on that has seen it
     */
    record Event(Cursor cursor, FeedEvent event) implements StreamItem {}

    /** Nothing happened for a while; the connection is alive. */
    record Heartbeat() implements StreamItem {}

    /** The stream ends; the reader may come back with its cursor. */
    record End(String code, String detail) implements StreamItem {

        static End slow() {
            return new End(
                    "SLOW_CONSUMER",
                    "The stream was read too slowly. Come back with the last event's id.");
        }

        static End behind() {
            return new End(
                    "RESUME_LATER",
                    "Earlier trades are not in the database yet. Come back in a moment.");
        }

        static End stopping() {
            return new End("STOPPING", "This replica stops. Come back; another one answers.");
        }

        static End failed() {
            return new End(
                    "STREAM_FAILED", "Something failed. Come back with the last event's id.");
        }
    }
}
