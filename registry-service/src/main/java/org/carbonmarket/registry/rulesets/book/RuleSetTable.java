package org.carbonmarket.registry.rulesets.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.rulesets.RuleSetVersion;
import org.jspecify.annotations.Nullable;

/** Versions of rule sets as they are stored. */
@ApplicationScoped
class RuleSetTable {

    private static final String IN_FORCE =
            """
            select distinct on (rule_set) * from rule_set_version
            where state = 'APPROVED' and valid_from <= ? and (valid_to is null or valid_to >= ?)
              and (?::text is null or rule_set = ?) and (?::text is null or sector = ?)
              and (?::integer is null or ?::integer between year_from and year_to)
              and rule_set > ?
            order by rule_set, version desc
            limit ?\
            """;

    private final Database database;

    RuleSetTable(Database database) {
        this.database = database;
    }

    /** What narrows a search; null parts do not. */
    record Wanted(@Nullable String ruleSet, @Nullable String sector, @Nullable Integer year) {}

    List<RuleSetVersion> inForce(Wanted wanted, LocalDate on, @Nullable String after, int limit) {
        return database.query(
                IN_FORCE,
                RuleSetTable::version,
                on,
                on,
                wanted.ruleSet(),
                wanted.ruleSet(),
                wanted.sector(),
                wanted.sector(),
                wanted.year(),
                wanted.year(),
                after == null ? "" : after,
                limit);
    }

    /** The versions of a rule set, newest first. */
    List<RuleSetVersion> versionsOf(String ruleSet, @Nullable Long before, int limit) {
        return database.query(
                """
                select * from rule_set_version where rule_set = ? and version < ?
                order by version desc limit ?\
                """,
                RuleSetTable::version,
                ruleSet,
                before == null ? Integer.MAX_VALUE : before,
                limit);
    }

    Optional<RuleSetVersion> lock(String ruleSet, int version) {
        return database.find(
                "select * from rule_set_version where rule_set = ? and version = ? for update",
                RuleSetTable::version,
                ruleSet,
                version);
    }

    Optional<RuleSetVersion> find(String ruleSet, int version) {
        return database.find(
                "select * from rule_set_version where rule_set = ? and version = ?",
                RuleSetTable::version,
                ruleSet,
                version);
    }

    /** The next version's number, kept for the calling transaction. */
    int nextVersion(String ruleSet) {
        database.find(
                "select pg_advisory_xact_lock(hashtextextended('rule set ' || ?, 0)) is null as"
                        + " held",
                row -> "",
                ruleSet);
        return database.find(
                        """
                        select coalesce(max(version), 0) + 1 as next
                        from rule_set_version where rule_set = ?\
                        """,
                        row -> Math.toIntExact(row.number("next")),
                        ruleSet)
                .orElseThrow();
    }

    void insert(RuleSetVersion proposed) {
        database.update(
                """
                insert into rule_set_version
                    (rule_set, version, state, sector, year_from, year_to, valid_from, valid_to,
                     rules, author, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)\
                """,
                proposed.rules().ruleSet(),
                proposed.version(),
                proposed.state().name(),
                proposed.rules().sector(),
                proposed.rules().yearFrom(),
                proposed.rules().yearTo(),
                proposed.validFrom(),
                proposed.validTo(),
                RuleSetJson.write(proposed.rules()),
                proposed.author(),
                proposed.proposedAt());
    }

    void decide(RuleSetVersion decided) {
        database.update(
                """
                update rule_set_version
                set state = ?, decided_by = ?, decided_at = ?, remark = ?
                where rule_set = ? and version = ?\
                """,
                decided.state().name(),
                decided.decidedBy(),
                decided.decidedAt(),
                decided.remark(),
                decided.rules().ruleSet(),
                decided.version());
    }

    /** Another rule set of the same sector that governs one of the same years. */
    Optional<String> rivalOf(RuleSetVersion version) {
        return database.find(
                """
                select rule_set from rule_set_version
                where state = 'APPROVED' and sector = ? and rule_set <> ?
                  and year_from <= ? and year_to >= ?
                limit 1\
                """,
                row -> row.text("rule_set"),
                version.rules().sector(),
                version.rules().ruleSet(),
                version.rules().yearTo(),
                version.rules().yearFrom());
    }

    private static RuleSetVersion version(Row row) throws SQLException {
        RuleSetVersion.State state = RuleSetVersion.State.valueOf(row.text("state"));
        @Nullable String validTo = row.textOrNull("valid_to");
        return new RuleSetVersion(
                Math.toIntExact(row.number("version")),
                state,
                LocalDate.parse(row.text("valid_from")),
                validTo == null ? null : LocalDate.parse(validTo),
                RuleSetJson.read(row.text("rules")),
                row.text("author"),
                row.time("proposed_at"),
                row.textOrNull("decided_by"),
                state == RuleSetVersion.State.PROPOSED ? null : row.time("decided_at"),
                row.textOrNull("remark"));
    }
}
