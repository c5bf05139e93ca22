package org.carbonmarket.trading.surveillance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.trading.projection.AsOf;
import org.hibernate.annotations.Immutable;

/** A row of the projected large positions, read only. */
@Entity
@Immutable
@Table(name = "large_position")
@SuppressWarnings("NullAway.Init") // Filled from the row.
class LargePositionRow {

    @Id long number;

    @Enumerated(EnumType.STRING)
    Market market;

    LocalDate day;
    String account;
    String product;
    long tonnes;

    @Column(name = "position_limit")
    long limit;

    OffsetDateTime at;

    protected LargePositionRow() {}

    LargePositionView view() {
        return new LargePositionView(
                day,
                AccountId.of(account),
                ProductCode.of(product),
                Tonnes.of(tonnes),
                Tonnes.of(limit),
                AsOf.shanghai(at));
    }
}
