package org.carbonmarket.trading.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.trading.SupervisionEvent;
import org.carbonmarket.events.trading.SupervisionEvent.AlertRaised;
import org.carbonmarket.events.trading.SupervisionEvent.LargePositionReported;
import org.carbonmarket.events.trading.SupervisionEvent.RequestDone;
import org.carbonmarket.events.trading.SupervisionEvent.RequestRefused;

/** Alerts and large positions in the database. */
@ApplicationScoped
class ProjectedSupervision {

    private static final String ALERT =
            "INSERT INTO alert (market, number, day, kind, product, accounts, evidence, at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String POSITION =
            "INSERT INTO large_position (market, day, account, product, tonnes, position_limit, at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final Statements statements;

    @Inject
    ProjectedSupervision(Statements statements) {
        this.statements = statements;
    }

    void apply(List<SupervisionEvent> events) {
        List<AlertRaised> alerts = new ArrayList<>();
        List<LargePositionReported> positions = new ArrayList<>();
        for (SupervisionEvent event : events) {
            switch (event) {
                case AlertRaised alert -> alerts.add(alert);
                case LargePositionReported position -> positions.add(position);
                case RequestDone _, RequestRefused _ -> {
                    // Answers to those who asked.
                }
            }
        }
        statements.forEach(ALERT, alerts, ProjectedSupervision::bindAlert);
        statements.forEach(POSITION, positions, ProjectedSupervision::bindPosition);
    }

    private static void bindAlert(PreparedStatement row, AlertRaised alert) throws SQLException {
        row.setString(1, alert.market().name());
        row.setLong(2, alert.alert());
        row.setObject(3, alert.day());
        row.setString(4, alert.kind().name());
        row.setString(5, alert.product().value());
        row.setArray(6, texts(row, alert.accounts()));
        row.setArray(7, texts(row, alert.evidence()));
        row.setObject(8, alert.at());
    }

    private static java.sql.Array texts(PreparedStatement row, List<?> values) throws SQLException {
        return row.getConnection()
                .createArrayOf("text", values.stream().map(Object::toString).toArray());
    }

    private static void bindPosition(PreparedStatement row, LargePositionReported position)
            throws SQLException {
        row.setString(1, position.market().name());
        row.setObject(2, position.day());
        row.setString(3, position.account().value());
        row.setString(4, position.product().value());
        row.setLong(5, position.tonnes().value());
        row.setLong(6, position.limit().value());
        row.setObject(7, position.at());
    }
}
