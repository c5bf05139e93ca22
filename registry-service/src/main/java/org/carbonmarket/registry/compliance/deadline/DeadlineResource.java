package org.carbonmarket.registry.compliance.deadline;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.events.quantity.AccountId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The runs at and after a year's deadline, and what came of them. */
@Path("/compliance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Compliance")
class DeadlineResource {

    private final DeadlineStep step;
    private final YearRates rates;
    private final NoticeTable notices;
    private final Caller caller;

    DeadlineResource(DeadlineStep step, YearRates rates, NoticeTable notices, Caller caller) {
        this.step = step;
        this.rates = rates;
        this.notices = notices;
        this.caller = caller;
    }

    /**
     * What a run did.
     *
     * @param units noticed, or cut, in this run
     * @param rate how the year stands after it
     */
    record Run(int units, YearRate rate) {}

    @POST
    @Path("/{year}/deadline-run")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(
            summary = "Notice every unit that missed the year's deadline",
            description =
                    "Some units at a time, each step a transaction: a run that was broken off goes"
                            + " on where it stood when it is asked for again, and one that is over"
                            + " notices nobody twice. How the year stands, GET /compliance/{year}"
                            + " tells at any time.")
    @APIResponse(
            responseCode = "200",
            description = "Everyone past the deadline is noticed; the rate was published",
            content =
                    @Content(
                            schema = @Schema(implementation = Run.class),
                            examples = @ExampleObject(name = "run", value = DeadlineExamples.RUN)))
    @APIResponse(
            responseCode = "409",
            description = "The average price cannot be reckoned yet",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "incomplete",
                                            value = DeadlineExamples.INCOMPLETE)))
    public Run runDeadline(@PathParam("year") int year) {
        int noticed = 0;
        for (int some = step.notice(year, caller.name());
                some > 0;
                some = step.notice(year, caller.name())) {
            noticed += some;
        }
        return new Run(noticed, rates.publish(year));
    }

    @POST
    @Path("/{year}/deduction-run")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(
            summary = "Cut the next allocation of every unit that is short after its notice",
            description =
                    "Of nobody where the rules in force deduct no more. Broken off and asked for"
                            + " again, it goes on where it stood.")
    @APIResponse(
            responseCode = "200",
            description = "What was cut",
            content =
                    @Content(
                            schema = @Schema(implementation = Run.class),
                            examples = @ExampleObject(name = "run", value = DeadlineExamples.RUN)))
    public Run runDeduction(@PathParam("year") int year) {
        int cut = 0;
        for (int some = step.deduct(year, caller.name());
                some > 0;
                some = step.deduct(year, caller.name())) {
            cut += some;
        }
        return new Run(cut, rates.of(year));
    }

    @GET
    @Path("/{year}")
    @PermitAll
    @Operation(summary = "How a year is complied with so far; public")
    @APIResponse(
            responseCode = "200",
            description = "Units, tonnes and the rate",
            content =
                    @Content(
                            schema = @Schema(implementation = YearRate.class),
                            examples =
                                    @ExampleObject(name = "rate", value = DeadlineExamples.RATE)))
    public YearRate rate(@PathParam("year") int year) {
        return rates.of(year);
    }

    @GET
    @Path("/notices")
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(
            summary = "Notices of shortfalls, newest first",
            description = "A participant names its own account.")
    @APIResponse(
            responseCode = "200",
            description = "A page of notices",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "page",
                                            value = DeadlineExamples.NOTICES)))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    public Page<Notice> notices(
            @QueryParam("account") @Nullable AccountId account,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        AccountId asked = account == null ? caller.account().orElse(null) : account;
        if (asked != null) {
            caller.requireAccount(asked);
        }
        return Page.of(
                notices.page(asked, year, request.afterNumber(), request.limit() + 1),
                request,
                notice -> notice,
                notice -> Long.toString(notice.number()));
    }
}
