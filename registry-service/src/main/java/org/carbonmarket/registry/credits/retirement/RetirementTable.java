package org.carbonmarket.registry.credits.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.jspecify.annotations.Nullable;

/** Retirements and their certificates as they are stored. */
@ApplicationScoped
@Transactional
class RetirementTable {

    private final Database database;

    RetirementTable(Database database) {
        this.database = database;
    }

    /**
     * Which retirements are asked for; null leaves a column open.
     *
     * @param from first day
     * @param to last day
     */
    record Filter(
            @Nullable AccountId account,
            @Nullable Purpose purpose,
            @Nullable String project,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** The methodologies of projects. */
    Map<String, String> methodologies(Collection<String> projects) {
        Map<String, String> found = new HashMap<>();
        database.stream(
                "select project, methodology from credit_project where project = any (?)",
                row -> found.put(row.text("project"), row.text("methodology")),
                Column.text(projects, project -> project));
        return found;
    }

    void insert(Retirement retirement, String actor, byte[] certificate) {
        database.update(
                """
                insert into retirement
                    (retirement, act, account, product, tonnes, purpose, beneficiary, reason,
                     posting, retired_at, retired_by, certificate, certificate_hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                retirement.retirement(),
                retirement.act(),
                retirement.account().value(),
                retirement.product().value(),
                retirement.tonnes().value(),
                retirement.purpose().name(),
                retirement.beneficiary(),
                retirement.reason(),
                retirement.posting(),
                retirement.at(),
                actor,
                certificate,
                retirement.certificate());
    }

    Optional<Retirement> find(String retirement) {
        return database.find(
                "select * from retirement where retirement = ?",
                RetirementTable::retirement,
                retirement);
    }

    /** The bytes of the certificate with that hash. */
    Optional<byte[]> certificate(String hash) {
        return database.find(
                "select certificate from retirement where certificate_hash = ?",
                row -> row.bytes("certificate"),
                hash);
    }

    /** Newest first. */
    List<Retirement> page(Filter filter, @Nullable Long before, int limit) {
        return database.query(
                """
                select * from retirement
                where act < ?
                  and account = coalesce(?, account)
                  and purpose = coalesce(?, purpose)
                  and (?::text is null or exists (
                      select from credit_block block join credit_batch batch using (batch)
                      where block.retirement = retirement.retirement and batch.project = ?))
                  and (?::date is null or (retired_at at time zone 'Asia/Shanghai')::date >= ?)
                  and (?::date is null or (retired_at at time zone 'Asia/Shanghai')::date <= ?)
                order by act desc limit ?\
                """,
                RetirementTable::retirement,
                before == null ? Long.MAX_VALUE : before,
                filter.account() == null ? null : filter.account().value(),
                filter.purpose() == null ? null : filter.purpose().name(),
                filter.project(),
                filter.project(),
                filter.from(),
                filter.from(),
                filter.to(),
                filter.to(),
                limit);
    }

    private static Retirement retirement(Row row) throws SQLException {
        return new Retirement(
                row.text("retirement"),
                AccountId.of(row.text("account")),
                ProductCode.of(row.text("product")),
                Tonnes.of(row.number("tonnes")),
                Purpose.valueOf(row.text("purpose")),
                row.text("beneficiary"),
                row.text("reason"),
                row.number("posting"),
                row.text("certificate_hash"),
                row.time("retired_at"));
    }
}
