package org.carbonmarket.reporting.reconciliation;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.reporting.database.Database;
import org.carbonmarket.reporting.folding.View;

/** The views, folded by a test itself. */
@ApplicationScoped
class Views {

    private static final List<String> TABLES =
            List.of(
                    "topic_progress",
                    "public_trade",
                    "sheet",
                    "quote",
                    "movement",
                    "hand_over",
                    "trade_life",
                    "executed_day",
                    "traded_position",
                    "trading_day",
                    "stated_position",
                    "fault");

    private final Database database;
    private final List<View> views;
    private final Examination examination;

    Views(Database database, @All List<View> views, Examination examination) {
        this.database = database;
        this.views = views;
        this.examination = examination;
    }

    /** Row by row: a truncation would stand in the way of the check that runs all the time. */
    void clear() {
        QuarkusTransaction.requiringNew()
                .run(() -> TABLES.forEach(table -> database.update("delete from " + table)));
    }

    void fold(List<Received> batch) {
        QuarkusTransaction.requiringNew().run(() -> views.forEach(view -> view.fold(batch)));
    }

    Examined examine() {
        return QuarkusTransaction.requiringNew().call(examination::examine);
    }

    /** Every row of every view, in a fixed order. */
    List<String> contents() {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            rows.addAll(
                    database.query(
                            "select '%s ' || t::text as row from %s t order by 1"
                                    .formatted(table, table),
                            row -> row.text("row")));
        }
        return rows;
    }
}
