package org.carbonmarket.local.replay.record;

import java.util.Locale;

/** The columns of a record, in the file's order. */
enum Column {
    TRADE_DATE,
    INSTRUMENT,
    PREV_CLOSE,
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    LISTED_VOLUME_T,
    LISTED_AMOUNT_CNY,
    BLOCK_VOLUME_T,
    BLOCK_AMOUNT_CNY,
    AUCTION_VOLUME_T,
    AUCTION_AMOUNT_CNY,
    TOTAL_VOLUME_T,
    TOTAL_AMOUNT_CNY,
    HIST_VOLUME_T,
    HIST_AMOUNT_CNY;

    /** The heading in the file. */
    String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A fault in this column. */
    Fault fault(long line, String reason) {
        return new Fault(line, heading(), reason);
    }
}
