package org.carbonmarket.trading.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/**
 * The answers to the day's orders that came with an idempotency key, by account. A key lives until
 * the next trading day opens, then is free again.
 */
final class Answers {

    /**
     * The first answer to a key.
     *
     * @param digest of the body the key first came with
     */
    record Answer(@Nullable String digest, OrderEvent event) {

        boolean isFor(PlaceOrder command) {
            return Objects.equals(digest, command.bodyDigest());
        }

        /** The same answer to another try. */
        OrderEvent repeatedFor(String command) {
            return switch (event) {
                case OrderPlaced first -> repeat(first, command);
                case OrderRejected first -> repeat(first, command);
                default -> throw new IllegalStateException("no answer to an order: " + event);
            };
        }

        private static OrderPlaced repeat(OrderPlaced first, String command) {
            return new OrderPlaced(
                    command,
                    first.order(),
                    first.account(),
                    first.day(),
                    first.product(),
                    first.side(),
                    first.price(),
                    first.quantity(),
                    first.timeInForce(),
                    first.filled(),
                    first.filledAmount(),
                    first.remaining(),
                    first.state(),
                    true,
                    first.at());
        }

        private static OrderRejected repeat(OrderRejected first, String command) {
            return new OrderRejected(
                    command,
                    first.order(),
                    first.account(),
                    first.product(),
                    first.side(),
                    first.price(),
                    first.quantity(),
                    first.code(),
                    first.field(),
                    first.detail(),
                    true,
                    first.at());
        }
    }

    private final Map<Integer, Map<String, Answer>> byAccount = new HashMap<>();

    @Nullable Answer find(Account account, String key) {
        Map<String, Answer> answers = byAccount.get(account.index());
        return answers == null ? null : answers.get(key);
    }

    void keep(Account account, String key, @Nullable String digest, OrderEvent event) {
        byAccount
                .computeIfAbsent(account.index(), index -> new LinkedHashMap<>())
                .put(key, new Answer(digest, event));
    }

    void forgetAll() {
        byAccount.clear();
    }

    /** Accounts by number, keys in the order they came: the order does not hang on hashes. */
    void write(SnapshotWriter to) {
        to.int32(byAccount.size());
        new TreeMap<>(byAccount)
                .forEach((account, answers) -> {
                    to.int32(account);
                    to.int32(answers.size());
                    answers.forEach((key, answer) -> {
                        to.text(key);
                        to.optionalText(answer.digest());
                        AnswerForm.write(answer.event(), to);
                    });
                });
    }

    static Answers read(AnswerForm form, SnapshotReader from) {
        Answers answers = new Answers();
        for (int accounts = from.count(); accounts > 0; accounts--) {
            Account account = form.account(from.int32());
            for (int left = from.count(); left > 0; left--) {
                String key = from.text();
                String digest = from.optionalText();
                answers.keep(account, key, digest, form.read(account.id(), from));
            }
        }
        return answers;
    }
}
