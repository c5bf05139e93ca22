package org.carbonmarket.registry.credits.projects;

import static org.carbonmarket.edge.request.Fields.positive;
import static org.carbonmarket.edge.request.Fields.text;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Tonnes;

/** Verified reductions of a monitoring period that are to be issued as credits. */
record ProposeBatch(LocalDate periodFrom, LocalDate periodTo, Tonnes tonnes, String document) {

    private static final long GREATEST_TONNES = 1_000_000_000;
    private static final int LONGEST_DOCUMENT = 200;

    Batch of(Project project, long number, String actor, OffsetDateTime now) {
        positive("tonnes", tonnes);
        if (tonnes.value() > GREATEST_TONNES) {
            throw new Refusal(
                    422,
                    "TONNES_OUT_OF_RANGE",
                    "tonnes",
                    "A batch has at most " + GREATEST_TONNES + " t.");
        }
        if (periodTo.isBefore(periodFrom)) {
            throw new Refusal(
                    422,
                    "PERIOD_REVERSED",
                    "periodTo",
                    "The last day of the monitoring period is before the first.");
        }
        if (!project.credits(periodFrom, periodTo)) {
            throw new Refusal(
                    422,
                    "OUTSIDE_CREDITING_PERIOD",
                    "periodFrom",
                    "Project %s credits reductions from %s to %s."
                            .formatted(
                                    project.project(),
                                    project.creditingFrom(),
                                    project.creditingTo()));
        }
        if (!periodTo.isBefore(now.toLocalDate())) {
            throw new Refusal(
                    422,
                    "DAY_IN_FUTURE",
                    "periodTo",
                    "Reductions are credited when their monitoring period is over.");
        }
        return new Batch(
                project.project() + "-B" + number,
                project.project(),
                number,
                periodTo.getYear(),
                periodFrom,
                periodTo,
                tonnes,
                text("document", document, LONGEST_DOCUMENT),
                Batch.State.PROPOSED,
                actor,
                now,
                null,
                null,
                null,
                null);
    }
}
