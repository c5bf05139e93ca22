package org.carbonmarket.settlement.statements;

import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.settlement.funds.ledger.FundsView;
import org.carbonmarket.settlement.funds.ledger.PostingView;

/**
 * An account's money over a day: what it held, what moved, what it holds.
 *
 * @param day in Asia/Shanghai
 * @param postings in order; fees are entries of their own
 */
record Statement(
        AccountId account,
        LocalDate day,
        FundsView opening,
        List<PostingView> postings,
        FundsView closing) {

    private static final String HEADER = "posting,at,reason,document,bucket,purpose,amount\r\n";

    Statement {
        postings = List.copyOf(postings);
    }

    /** The entries as CSV, a line each. Amounts are signed yuan. */
    String csv() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (PostingView posting : postings) {
            for (PostingView.EntryView entry : posting.entries()) {
                csv.append(posting.posting())
                        .append(',')
                        .append(posting.at())
                        .append(',')
                        .append(posting.reason())
                        .append(",\"")
                        .append(posting.document().replace("\"", "\"\""))
                        .append("\",")
                        .append(entry.bucket())
                        .append(',')
                        .append(entry.purpose())
                        .append(',')
                        .append(entry.amount())
                        .append("\r\n");
            }
        }
        return csv.toString();
    }
}
