package org.carbonmarket.reporting.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.registry.ComplianceEvent.AllowancesSurrendered;
import org.carbonmarket.events.registry.DeliveryEvent;
import org.carbonmarket.events.registry.HoldingEvent;
import org.carbonmarket.events.settlement.FundsEvent;
import org.carbonmarket.events.settlement.SettlementEvent;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionVoided;
import org.carbonmarket.events.trading.PositionEvent;
import org.carbonmarket.events.trading.PositionEvent.PositionStated;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;
import org.carbonmarket.reporting.folding.View;

/**
 * Reporting's own books over the events of all services. Holds nothing that depends on the order
 * between topics; statements of positions are compared with credits and releases of their own
 * partition only, whose order is given.
 */
@ApplicationScoped
class Books implements View {

    private final BookTables tables;

    Books(BookTables tables) {
        this.tables = tables;
    }

    @Override
    public void fold(List<Received> batch) {
        Postings postings = new Postings();
        List<PositionStated> statements = new ArrayList<>();
        for (Received received : batch) {
            if (received.event() instanceof PositionStated statement) {
                statements.add(statement);
                continue;
            }
            if (!statements.isEmpty()) {
                // What a statement is compared with must not contain what came after it.
                store(postings, statements);
                postings = new Postings();
                statements = new ArrayList<>();
            }
            post(received, postings);
        }
        store(postings, statements);
    }

    private void store(Postings postings, List<PositionStated> statements) {
        tables.add(postings);
        tables.state(statements);
    }

    private static void post(Received received, Postings to) {
        switch (received.event()) {
            case HoldingEvent event -> new Posting(to).post(event);
            case AllowancesSurrendered event -> new Posting(to).post(event);
            case FundsEvent event -> new Posting(to).post(event);
            case PositionEvent event -> new Posting(to).post(event);
            case TradeExecuted event -> new TradePosting(to).post(event, received.sequence());
            case ExecutionRecorded event -> new TradePosting(to).post(event, received.sequence());
            case TradeVoided event -> new VoidPosting(to).post(event, received.sequence());
            case ExecutionVoided event -> new VoidPosting(to).post(event, received.sequence());
            case SettlementEvent event -> new TradePosting(to).post(event);
            case DeliveryEvent event -> new TradePosting(to).post(event);
            default -> {
                // Moves nothing.
            }
        }
    }
}
