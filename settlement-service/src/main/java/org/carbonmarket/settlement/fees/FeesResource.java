package org.carbonmarket.settlement.fees;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.ledger.database.Database;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What participants paid in fees. */
@Path("/fees")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fees")
@RolesAllowed({Roles.SETTLEMENT_OPERATOR, Roles.MARKET_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
class FeesResource {

    private static final String BY_DAY =
            """
            select market, day, count(*) as trades, sum(buyer_fee)::bigint as buyer_fees,
                   sum(seller_fee)::bigint as seller_fees
            from instruction where state in ('SETTLED', 'DELIVERED') and market = coalesce(?, market)
            group by market, day order by day desc, market limit 100\
            """;

    private final Database database;

    FeesResource(Database database) {
        this.database = database;
    }

    @GET
    @Transactional
    @Operation(summary = "Fees charged, in total and by market and day")
    @APIResponse(
            responseCode = "200",
            description = "The fees",
            content =
                    @Content(
                            schema = @Schema(implementation = FeesCharged.class),
                            examples = @ExampleObject(name = "fees", ref = "FeesCharged")))
    @APIResponse(responseCode = "400", ref = "ParameterRefused")
    public FeesCharged fees(@QueryParam("market") @Nullable Market market) {
        Money total =
                database.find(
                                "select fen from system_balance where name = 'FEES'",
                                row -> Money.ofFen(row.number("fen")))
                        .orElseThrow();
        return new FeesCharged(total, byDay(market));
    }

    private List<DayFees> byDay(@Nullable Market market) {
        return database.query(
                BY_DAY,
                row -> {
                    Money buyers = Money.ofFen(row.number("buyer_fees"));
                    Money sellers = Money.ofFen(row.number("seller_fees"));
                    return new DayFees(
                            Market.valueOf(row.text("market")),
                            row.day("day"),
                            row.number("trades"),
                            buyers,
                            sellers,
                            buyers.plus(sellers));
                },
                market == null ? null : market.name());
    }
}
