package org.carbonmarket.trading.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.risk.Capacity;
import org.carbonmarket.trading.engine.session.Product;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;

/** The recalls that are not met in full, in the order they came; they are met in that order. */
final class OpenRecalls {

    private static final int MONEY = -1;

    private final List<Recall> open = new ArrayList<>();
    private long releases;

    boolean isEmpty() {
        return open.isEmpty();
    }

    void add(Recall recall) {
        open.add(recall);
    }

    List<Recall> inOrder() {
        return List.copyOf(open);
    }

    /** Puts what is left of a recall in its place; one that is met is over. */
    void replace(Recall recall, Recall rest) {
        int place = open.indexOf(recall);
        if (rest.outstanding() == 0) {
            open.remove(place);
        } else {
            open.set(place, rest);
        }
    }

    /** All money called back from an account and not gone yet, in fen. */
    long moneyOf(Account account) {
        return sum(recall -> recall.isMoneyOf(account), Capacity.MONEY);
    }

    /** All of a product called back from an account and not gone yet, in tonnes. */
    long tonnesOf(Account account, Product product) {
        return sum(recall -> recall.isOf(account, product), Capacity.TONNES);
    }

    private long sum(Predicate<Recall> wanted, long most) {
        long sum = 0;
        for (Recall recall : open) {
            if (wanted.test(recall)) {
                sum = Math.min(most, sum + recall.outstanding());
            }
        }
        return sum;
    }

    /** The number of the next release on a recall, from 1. */
    long nextRelease() {
        return ++releases;
    }

    void write(SnapshotWriter to) {
        to.int64(releases);
        to.int32(open.size());
        for (Recall recall : open) {
            Product product = recall.product();
            to.text(recall.recall());
            to.int32(recall.account().index());
            to.int32(product == null ? MONEY : product.index());
            to.int64(recall.outstanding());
        }
    }

    static OpenRecalls read(MarketState state, SnapshotReader from) {
        OpenRecalls recalls = new OpenRecalls();
        recalls.releases = from.int64();
        for (int left = from.count(); left > 0; left--) {
            String recall = from.text();
            Account account = state.accounts.at(from.int32());
            int product = from.int32();
            recalls.add(
                    new Recall(
                            recall,
                            account,
                            product == MONEY ? null : state.products.at(product),
                            from.int64()));
        }
        return recalls;
    }
}
