package org.carbonmarket.registry.emissions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.jspecify.annotations.Nullable;

/** Versions of reports as they are stored. */
@ApplicationScoped
class ReportTable {

    private static final String APPROVED =
            """
            select distinct on (account) account, emissions from emissions_report
            where year = ? and state = 'APPROVED' and (?::boolean or account = any (?))
            order by account, version desc\
            """;

    private final Database database;
    private final ObjectMapper json;

    ReportTable(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Map<AccountId, Tonnes> approved(int year, Collection<AccountId> accounts) {
        return approved(year, false, accounts);
    }

    Map<AccountId, Tonnes> approved(int year) {
        return approved(year, true, List.of());
    }

    private Map<AccountId, Tonnes> approved(
            int year, boolean everyone, Collection<AccountId> accounts) {
        Map<AccountId, Tonnes> figures = new HashMap<>();
        database.stream(
                APPROVED,
                row ->
                        figures.put(
                                AccountId.of(row.text("account")),
                                Tonnes.of(row.number("emissions"))),
                year,
                everyone,
                Column.text(new TreeSet<>(accounts), AccountId::value));
        return figures;
    }

    /** The newest version, locked; one submission or decision at a time for an entity's year. */
    Optional<ReportVersion> lockNewest(AccountId account, int year) {
        return database.find(
                """
                select * from emissions_report where account = ? and year = ?
                order by version desc limit 1 for update\
                """,
                this::version,
                account.value(),
                year);
    }

    Optional<ReportVersion> lock(AccountId account, int year, int version) {
        return database.find(
                """
                select * from emissions_report where account = ? and year = ? and version = ?
                for update\
                """,
                this::version,
                account.value(),
                year,
                version);
    }

    /** The versions of an entity's year, newest first. */
    List<ReportVersion> versionsOf(AccountId account, int year) {
        return database.query(
                """
                select * from emissions_report where account = ? and year = ?
                order by version desc\
                """,
                this::version,
                account.value(),
                year);
    }

    /** The newest version of each entity's year, by account. */
    List<ReportVersion.Line> page(
            int year, @Nullable ReportState state, @Nullable String after, int limit) {
        return database.query(
                """
                select account, year, version, state, emissions, submitted_at from (
                    select distinct on (account) * from emissions_report
                    where year = ? and account > ?
                    order by account, version desc) newest
                where ?::text is null or state = ?
                order by account limit ?\
                """,
                row ->
                        new ReportVersion.Line(
                                AccountId.of(row.text("account")),
                                Math.toIntExact(row.number("year")),
                                Math.toIntExact(row.number("version")),
                                ReportState.valueOf(row.text("state")),
                                Tonnes.of(row.number("emissions")),
                                row.time("submitted_at")),
                year,
                after == null ? "" : after,
                state == null ? null : state.name(),
                state == null ? null : state.name(),
                limit);
    }

    /** Stores a version; false when another took its number at the same moment. */
    boolean insert(ReportVersion submitted) {
        return database.update(
                        """
                        insert into emissions_report
                            (account, year, version, state, emissions, report, submitted_by,
                             submitted_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        on conflict do nothing\
                        """,
                        submitted.account().value(),
                        submitted.year(),
                        submitted.version(),
                        submitted.state().name(),
                        submitted.emissions().value(),
                        write(submitted.report()),
                        submitted.submittedBy(),
                        submitted.submittedAt())
                == 1;
    }

    void update(ReportVersion changed) {
        database.update(
                """
                update emissions_report
                set state = ?, verified_by = ?, verified_at = ?, decided_by = ?, decided_at = ?,
                    remark = ?
                where account = ? and year = ? and version = ?\
                """,
                changed.state().name(),
                changed.verifiedBy(),
                changed.verifiedAt(),
                changed.decidedBy(),
                changed.decidedAt(),
                changed.remark(),
                changed.account().value(),
                changed.year(),
                changed.version());
    }

    private ReportVersion version(Row row) throws SQLException {
        @Nullable String verifiedBy = row.textOrNull("verified_by");
        @Nullable String decidedBy = row.textOrNull("decided_by");
        return new ReportVersion(
                AccountId.of(row.text("account")),
                Math.toIntExact(row.number("year")),
                Math.toIntExact(row.number("version")),
                ReportState.valueOf(row.text("state")),
                Tonnes.of(row.number("emissions")),
                read(row.text("report")),
                row.text("submitted_by"),
                row.time("submitted_at"),
                verifiedBy,
                verifiedBy == null ? null : row.time("verified_at"),
                decidedBy,
                decidedBy == null ? null : row.time("decided_at"),
                row.textOrNull("remark"));
    }

    private EmissionsReport read(String stored) {
        try {
            return json.readValue(stored, EmissionsReport.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("a stored report cannot be read", foreign);
        }
    }

    private String write(EmissionsReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a report cannot be written", impossible);
        }
    }
}
