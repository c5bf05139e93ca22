package org.carbonmarket.trading.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/**
 * The answers to the day's orders and offers that came with an idempotency key, by account. A key
 * lives until the next trading day opens, then is free again.
 */
final class Answers {

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
