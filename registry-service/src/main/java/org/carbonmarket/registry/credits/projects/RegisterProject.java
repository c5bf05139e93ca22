package org.carbonmarket.registry.credits.projects;

import static org.carbonmarket.edge.request.Fields.text;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;

/** A project to be recorded. */
record RegisterProject(
        String project,
        String name,
        String methodology,
        AccountId owner,
        LocalDate registeredOn,
        LocalDate creditingFrom,
        LocalDate creditingTo) {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,16}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_METHODOLOGY = 60;

    Project registered(LocalDate today, OffsetDateTime now) {
        if (!CODE.matcher(project).matches()) {
            throw new Refusal(
                    422,
                    "PROJECT_MALFORMED",
                    "project",
                    "A project has a code of 2 to 16 capital letters and digits.");
        }
        if (creditingTo.isBefore(creditingFrom)) {
            throw new Refusal(
                    422,
                    "PERIOD_REVERSED",
                    "creditingTo",
                    "The last day of the crediting period is before the first.");
        }
        if (registeredOn.isAfter(today)) {
            throw new Refusal(
                    422,
                    "DAY_IN_FUTURE",
                    "registeredOn",
                    "The project is registered on a day that is still to come.");
        }
        return new Project(
                project,
                text("name", name, LONGEST_NAME),
                text("methodology", methodology, LONGEST_METHODOLOGY),
                owner,
                registeredOn,
                creditingFrom,
                creditingTo,
                now);
    }
}
