package org.carbonmarket.trading.surveillance;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.SupervisionEvent.AlertKind;
import org.carbonmarket.trading.projection.AsOf;
import org.hibernate.annotations.Immutable;

/** A row of the projected alerts, read only. */
@Entity
@Immutable
@IdClass(AlertRow.Key.class)
@Table(name = "alert")
@SuppressWarnings("NullAway.Init") // Filled from the row.
class AlertRow {

    record Key(Market market, long number) implements Serializable {}

    @Id
    @Enumerated(EnumType.STRING)
    Market market;

    @Id long number;
    LocalDate day;

    @Enumerated(EnumType.STRING)
    AlertKind kind;

    String product;
    String[] accounts;
    String[] evidence;
    OffsetDateTime at;

    protected AlertRow() {}

    AlertView view() {
        return new AlertView(
                number,
                day,
                kind,
                ProductCode.of(product),
                Arrays.stream(accounts).map(AccountId::of).toList(),
                List.of(evidence),
                AsOf.shanghai(at));
    }
}
