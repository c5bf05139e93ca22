package org.carbonmarket.trading.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.carbonmarket.events.envelope.MarketJson;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionVoided;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;

/** Trades in the database: the public side and, apart, the side of their parties. */
@ApplicationScoped
class ProjectedTrades {

    private static final String TRADE =
            "INSERT INTO market_trade (id, market, sequence, day, product, method, price,"
                    + " quantity, amount, taker, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String EXECUTION =
            "INSERT INTO market_execution (id, market, sequence, day, product, method, price,"
                    + " quantity, amount, buyer, seller, buy_order, sell_order, buyer_fee,"
                    + " seller_fee, at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String TRADE_VOIDED = "UPDATE market_trade SET voided_by = ? WHERE id = ?";
    private static final String EXECUTION_VOIDED =
            "UPDATE market_execution SET voided_by = ? WHERE id = ?";
    private static final String VOIDING =
            "INSERT INTO market_voiding (market, sequence, product, voided, same_day, event)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private final Statements statements;
    private final ObjectWriter voidings = MarketJson.mapper().writerFor(TradeVoided.class);

    @Inject
    ProjectedTrades(Statements statements) {
        this.statements = statements;
    }

    void applyTrades(List<TradeExecuted> trades) {
        statements.forEach(TRADE, trades, ProjectedTrades::bindTrade);
    }

    void applyVoidings(List<TradeVoided> voided) {
        statements.forEach(VOIDING, voided, this::bindVoiding);
    }

    void applyExecutions(List<ExecutionRecorded> executions) {
        statements.forEach(EXECUTION, executions, ProjectedTrades::bindExecution);
    }

    /** A voided trade keeps its row, with the number of its voiding. */
    void applyVoids(List<TradeVoided> trades, List<ExecutionVoided> executions) {
        statements.forEach(
                TRADE_VOIDED,
                trades,
                (row, voided) -> bindVoided(row, voided.trade(), voided.voided()));
        statements.forEach(
                EXECUTION_VOIDED,
                executions,
                (row, voided) -> bindVoided(row, voided.trade(), voided.voided()));
    }

    private static void bindVoided(PreparedStatement row, TradeId by, TradeId voided)
            throws SQLException {
        row.setString(1, by.toString());
        row.setString(2, voided.toString());
    }

    private void bindVoiding(PreparedStatement row, TradeVoided voiding) throws SQLException {
        row.setString(1, voiding.market().name());
        row.setLong(2, voiding.trade().sequence());
        row.setString(3, voiding.product().value());
        row.setString(4, voiding.voided().toString());
        row.setBoolean(5, voiding.day().equals(voiding.tradedOn()));
        row.setString(6, json(voiding));
    }

    private String json(TradeVoided voiding) {
        try {
            return voidings.writeValueAsString(voiding);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void bindTrade(PreparedStatement row, TradeExecuted trade) throws SQLException {
        row.setString(1, trade.trade().toString());
        row.setString(2, trade.market().name());
        row.setLong(3, trade.trade().sequence());
        row.setObject(4, trade.day());
        row.setString(5, trade.product().value());
        row.setString(6, trade.method().name());
        row.setLong(7, trade.price().fen());
        row.setLong(8, trade.quantity().value());
        row.setLong(9, trade.amount().fen());
        row.setString(10, trade.taker().name());
        row.setObject(11, trade.at());
    }

    private static void bindExecution(PreparedStatement row, ExecutionRecorded execution)
            throws SQLException {
        row.setString(1, execution.trade().toString());
        row.setString(2, execution.market().name());
        row.setLong(3, execution.trade().sequence());
        row.setObject(4, execution.day());
        row.setString(5, execution.product().value());
        row.setString(6, execution.method().name());
        row.setLong(7, execution.price().fen());
        row.setLong(8, execution.quantity().value());
        row.setLong(9, execution.amount().fen());
        row.setString(10, execution.buyer().value());
        row.setString(11, execution.seller().value());
        row.setString(12, execution.buyOrder().toString());
        row.setString(13, execution.sellOrder().toString());
        row.setLong(14, execution.buyerFee().fen());
        row.setLong(15, execution.sellerFee().fen());
        row.setObject(16, execution.at());
    }
}
