package org.carbonmarket.registry.accounts;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.registry.AccountEvent.SubjectKind;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An account as it is stored. */
@Entity
@Table(name = "account")
class AccountRow extends PanacheEntityBase {

    private static final ZoneOffset MARKET = ZoneOffset.ofHours(8);

    @Id String account;
    long version;
    String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    SubjectKind kind;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    AccountState state;

    @Nullable String province;
    @Nullable String sector;

    @Column(name = "control_group")
    @Nullable String controlGroup;

    @Column(name = "recorded_at")
    OffsetDateTime recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected AccountRow() {}

    AccountRow(Account opened, String actor) {
        this.account = opened.account().value();
        this.version = opened.version();
        this.name = opened.subject().name();
        this.kind = opened.subject().kind();
        this.province = opened.subject().province();
        this.sector = opened.subject().sector();
        this.controlGroup = opened.subject().controlGroup();
        this.state = opened.state();
        this.recordedAt = opened.recordedAt();
        this.recordedBy = actor;
    }

    void take(Account changed, String actor) {
        this.version = changed.version();
        this.state = changed.state();
        this.controlGroup = changed.subject().controlGroup();
        this.recordedAt = changed.recordedAt();
        this.recordedBy = actor;
    }

    Account toAccount() {
        return new Account(
                AccountId.of(account),
                version,
                new Account.Subject(name, kind, province, sector, controlGroup),
                state,
                recordedAt.withOffsetSameInstant(MARKET));
    }
}
