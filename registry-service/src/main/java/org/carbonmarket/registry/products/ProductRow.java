package org.carbonmarket.registry.products;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.ProductCode;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A product as it is stored. */
@Entity
@Immutable
@Table(name = "product")
class ProductRow extends PanacheEntityBase {

    @Id String product;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Product.Kind kind;

    @Column(name = "vintage_from")
    int vintageFrom;

    @Column(name = "vintage_to")
    int vintageTo;

    @Column(name = "tradable_from")
    @Nullable LocalDate tradableFrom;

    @Column(name = "tradable_to")
    @Nullable LocalDate tradableTo;

    @Column(name = "recorded_at")
    OffsetDateTime recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected ProductRow() {}

    ProductRow(Product recorded, OffsetDateTime at, String actor) {
        this.product = recorded.product().value();
        this.kind = recorded.kind();
        this.vintageFrom = recorded.vintageFrom();
        this.vintageTo = recorded.vintageTo();
        this.tradableFrom = recorded.tradableFrom();
        this.tradableTo = recorded.tradableTo();
        this.recordedAt = at;
        this.recordedBy = actor;
    }

    Product toProduct() {
        return new Product(
                ProductCode.of(product), kind, vintageFrom, vintageTo, tradableFrom, tradableTo);
    }
}
