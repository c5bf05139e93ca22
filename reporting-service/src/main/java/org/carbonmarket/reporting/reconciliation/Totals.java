package org.carbonmarket.reporting.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonmarket.reporting.reconciliation.Movement.Kind;

/** I1 and I2: of every item, what came in and did not go out is somewhere. */
final class Totals {

    private Totals() {}

    static List<Finding> findings(Collection<AccountBook> books) {
        Map<String, long[]> sums = new TreeMap<>();
        for (AccountBook book : books) {
            long[] sum = sums.computeIfAbsent(book.item(), _ -> new long[2]);
            sum[0] += book.sum(Kind.BROUGHT) - book.sum(Kind.TAKEN_AWAY);
            sum[1] += book.available() + book.inTrading() + book.delivering() + book.sum(Kind.FEE);
        }
        List<Finding> findings = new ArrayList<>();
        sums.forEach((item, sum) -> {
            if (sum[0] != sum[1]) {
                findings.add(
                        Finding.certain(
                                item.equals(Movement.MONEY) ? Invariant.I2 : Invariant.I1,
                                "all of " + item,
                                AccountBook.written(item, sum[0]),
                                AccountBook.written(item, sum[1]),
                                "brought less taken away; all buckets and fees"));
            }
        });
        return findings;
    }
}
