package org.carbonmarket.trading.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.trading.BlockEvent;
import org.carbonmarket.events.trading.BlockEvent.BlockConfirmed;
import org.carbonmarket.events.trading.BlockEvent.BlockEnded;
import org.carbonmarket.events.trading.BlockEvent.BlockOffered;
import org.carbonmarket.events.trading.BlockEvent.BlockRefused;

/**
 * Block offers in the database. Of one offer, its making comes before its end, so a batch is
 * written in that order, kind by kind.
 */
@ApplicationScoped
class ProjectedBlockOffers {

    private static final String OFFERED =
            "INSERT INTO block_offer (id, market, position, account, day, product, side, price,"
                    + " quantity, counterparty, in_reply_to, good_until, state, made_at,"
                    + " changed_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'STANDING', ?, ?)";
    private static final String ENDED =
            "UPDATE block_offer SET state = ?, changed_at = ? WHERE id = ?";
    private static final String CONFIRMED = "UPDATE block_offer SET trade = ? WHERE id = ?";

    private final Statements statements;

    @Inject
    ProjectedBlockOffers(Statements statements) {
        this.statements = statements;
    }

    void apply(List<BlockEvent> events) {
        List<BlockOffered> offered = new ArrayList<>();
        List<BlockEnded> ended = new ArrayList<>();
        List<BlockConfirmed> confirmed = new ArrayList<>();
        for (BlockEvent event : events) {
            switch (event) {
                case BlockOffered offer when !offer.repeated() -> offered.add(offer);
                case BlockEnded end -> ended.add(end);
                case BlockConfirmed confirmation -> confirmed.add(confirmation);
                case BlockOffered _, BlockRefused _ -> {
                    // Nothing changed.
                }
            }
        }
        statements.forEach(OFFERED, offered, ProjectedBlockOffers::bindOffered);
        statements.forEach(ENDED, ended, ProjectedBlockOffers::bindEnded);
        statements.forEach(CONFIRMED, confirmed, ProjectedBlockOffers::bindConfirmed);
    }

    private static void bindOffered(PreparedStatement row, BlockOffered offer) throws SQLException {
        AccountId counterparty = offer.counterparty();
        OrderId inReplyTo = offer.inReplyTo();
        row.setString(1, offer.order().toString());
        row.setString(2, offer.market().name());
        row.setLong(3, offer.order().position());
        row.setString(4, offer.account().value());
        row.setObject(5, offer.day());
        row.setString(6, offer.product().value());
        row.setString(7, offer.side().name());
        row.setLong(8, offer.price().fen());
        row.setLong(9, offer.quantity().value());
        row.setString(10, counterparty == null ? null : counterparty.value());
        row.setString(11, inReplyTo == null ? null : inReplyTo.toString());
        row.setObject(12, offer.goodUntil());
        row.setObject(13, offer.at());
        row.setObject(14, offer.at());
    }

    private static void bindEnded(PreparedStatement row, BlockEnded end) throws SQLException {
        row.setString(1, end.reason().name());
        row.setObject(2, end.at());
        row.setString(3, end.order().toString());
    }

    private static void bindConfirmed(PreparedStatement row, BlockConfirmed confirmation)
            throws SQLException {
        row.setString(1, confirmation.trade().toString());
        row.setString(2, confirmation.order().toString());
    }
}
