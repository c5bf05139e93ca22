package org.carbonmarket.reporting.reconciliation;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.reporting.http.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The state of the books: the light for everybody, the evidence for those who watch. */
@Path("/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationResource {

    /** Evidence names accounts. */
    private static final Set<String> WATCHERS =
            Set.of(
                    Roles.AUDITOR,
                    Roles.REGULATOR,
                    Roles.REGISTRY_OPERATOR,
                    Roles.MARKET_OPERATOR,
                    Roles.SETTLEMENT_OPERATOR);

    private final Reconciliation reconciliation;
    private final SecurityIdentity identity;

    ReconciliationResource(Reconciliation reconciliation, SecurityIdentity identity) {
        this.reconciliation = reconciliation;
        this.identity = identity;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Reconciliation of invariants I1 to I5",
            description =
                    "Checked at this moment over what is folded in. Everybody sees whether the"
                            + " books are quiet and how many breaks there are; auditor, regulator"
                            + " and operators see the breaks with their evidence.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            value =
                                                    """
                                                    {"asOf":{"time":"2021-07-16T15:00:00+08:00","sequences":{"trading.trades-0":1200}},
                                                     "quiet":false,"breakCount":1,
                                                     "breaks":[{"invariant":"I4","subject":"trade CN-17","expected":"ended once",
                                                     "found":"ended 2 times","evidence":"settled 2, failed 0, locked 1, delivered 1, undone 0 times"}],
                                                     "inFlight":{"entrustments":0,"releases":0,"unsettledTrades":0,
                                                     "undeliveredTrades":0,"unexplained":0},
                                                     "days":[{"market":"CN","day":"2021-07-16","cleared":true,"trades":1200,
                                                     "volume":4103953,"amount":"210230053.25"}]}
                                                    """)))
    @APIResponse(
            responseCode = "400",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            value =
                                                    """
                                                    {"type":"about:blank","title":"Bad Request","status":400,
                                                     "code":"PARAMETER_UNKNOWN","field":"account",
                                                     "detail":"There are no parameters here."}
                                                    """)))
    public ReconciliationReport reconciliation(@Context UriInfo request) {
        QueryParameters.of(request);
        ReconciliationReport report = reconciliation.check();
        return isWatcher() ? report : report.light();
    }

    private boolean isWatcher() {
        return identity.getRoles().stream().anyMatch(WATCHERS::contains);
    }
}
