package org.carbonmarket.registry.credits.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.accounts.Accounts;
import org.jspecify.annotations.Nullable;

/** The registered projects; none is ever changed. */
@ApplicationScoped
@Transactional
class Projects {

    private final Accounts accounts;
    private final Database database;
    private final BusinessClock clock;

    Projects(Accounts accounts, Database database, BusinessClock clock) {
        this.accounts = accounts;
        this.database = database;
        this.clock = clock;
    }

    Project register(RegisterProject asked, String actor) {
        Project project = asked.registered(clock.today(), clock.now());
        accounts.requireActive(project.owner());
        int added =
                database.update(
                        """
                        insert into credit_project
                            (project, name, methodology, owner, registered_on, crediting_from,
                             crediting_to, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (project) do nothing\
                        """,
                        project.project(),
                        project.name(),
                        project.methodology(),
                        project.owner().value(),
                        project.registeredOn(),
                        project.creditingFrom(),
                        project.creditingTo(),
                        project.recordedAt(),
                        actor);
        if (added == 0) {
            throw new Refusal(
                    409,
                    "PROJECT_EXISTS",
                    "project",
                    "Project " + project.project() + " exists already.");
        }
        return project;
    }

    Project find(String code) {
        return one("select * from credit_project where project = ?", code);
    }

    /** Locks a project, so that its batches are numbered and checked one after the other. */
    @Transactional(Transactional.TxType.MANDATORY)
    Project lock(String code) {
        return one("select * from credit_project where project = ? for update", code);
    }

    private Project one(String sql, String code) {
        Optional<Project> found = database.find(sql, Projects::project, code);
        return found.orElseThrow(() ->
                new Refusal(404, "PROJECT_UNKNOWN", null, "There is no project " + code + "."));
    }

    /** Projects by code, those of one methodology when one is given. */
    List<Project> page(@Nullable String methodology, @Nullable String after, int limit) {
        return database.query(
                """
                select * from credit_project
                where project > ? and methodology = coalesce(?, methodology)
                order by project limit ?\
                """,
                Projects::project,
                after == null ? "" : after,
                methodology,
                limit);
    }

    private static Project project(Row row) throws SQLException {
        return new Project(
                row.text("project"),
                row.text("name"),
                row.text("methodology"),
                AccountId.of(row.text("owner")),
                LocalDate.parse(row.text("registered_on")),
                LocalDate.parse(row.text("crediting_from")),
                LocalDate.parse(row.text("crediting_to")),
                row.time("recorded_at"));
    }
}
