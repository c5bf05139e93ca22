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
 * @param fees what the account paid in fees over the day, in yuan
 */
record Statement(
        AccountId account,
        LocalDate day,
        FundsView opening,
        List<PostingView> postings,
        String fees,
        FundsView closing) {

    private static final String HEADER = "posting,at,reason,document,bucket,purpose,amount\r\n";

    Statement {
        postings = List.copyOf(postings);
    }

    /** Opening, a line for each entry, fees and closing as CSV. Amounts are signed yuan. */
    String csv() {
        StringBuilder csv = new StringBuilder(HEADER);
        balance(csv, "OPENING", opening);
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
        csv.append(",,FEES,,,,").append(fees).append("\r\n");
        balance(csv, "CLOSING", closing);
        return csv.toString();
    }

    private static void balance(StringBuilder csv, String what, FundsView funds) {
        csv.append(",,%s,,AVAILABLE,,%s\r\n".formatted(what, funds.available()))
                .append(",,%s,,IN_TRADING,,%s\r\n".formatted(what, funds.inTrading()))
                .append(",,%s,,FROZEN,,%s\r\n".formatted(what, funds.frozen()));
    }
}
