package org.carbonmarket.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.local.Api;
import org.carbonmarket.local.Api.Answer;
import org.carbonmarket.local.PlatformFailure;
import org.carbonmarket.local.ServiceName;
import org.carbonmarket.local.Waiting;
import org.carbonmarket.local.replay.plan.Schedule.ProductPlan;
import org.carbonmarket.local.replay.record.RecordRow;

/**
 * A day of the record, from its opening to the comparison of its sheets. Every step can be asked
 * for again: after a crash of anything the day goes on where it was.
 */
final class ReplayDay {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Api api;
    private final ReplayClock clock;
    private final ListedDesk listed;
    private final BlockDesk blocks;
    private final AuctionDesk auctions;

    ReplayDay(Api api, ReplayClock clock) {
        this.api = api;
        this.clock = clock;
        this.listed = new ListedDesk(api);
        this.blocks = new BlockDesk(api);
        this.auctions = new AuctionDesk(api);
    }

    /** Lives the day until its sheets have been compared. */
    void live(LocalDate day, List<ProductPlan> plans, List<RecordRow> rows) {
        if (!clock.isAtOrAfter(day, ReplayClock.CLOSE)) {
            trade(day, plans);
        }
        clock.close(day);
        awaitCleared(day);
        compare(day, rows);
        awaitReconciled(day);
    }

    /** Listed trades in the morning, the others in the afternoon; an hour that is over is done. */
    private void trade(LocalDate day, List<ProductPlan> plans) {
        List<ProductPlan> listing = plans.stream().filter(p -> !p.listed().isEmpty()).toList();
        List<ProductPlan> blockTrading = plans.stream().filter(p -> !p.blocks().isEmpty()).toList();
        List<ProductPlan> auctioning = plans.stream().filter(p -> !p.auctions().isEmpty()).toList();
        if (!clock.isAtOrAfter(day, ReplayClock.AFTERNOON)) {
            clock.open(day);
            Together.each(listing, listed::trade);
        }
        boolean isOver = blockTrading.isEmpty() && auctioning.isEmpty();
        if (!isOver && !clock.isAtOrAfter(day, ReplayClock.AUCTIONS_END)) {
            clock.reopen(day);
            Together.each(blockTrading, blocks::trade);
            auctioning.forEach(plan -> auctions.bid(day, plan));
        }
        if (!auctioning.isEmpty()) {
            clock.moveTo(day, ReplayClock.AUCTIONS_END);
            auctioning.forEach(plan -> auctions.awaitSold(day, plan));
        }
    }

    private void awaitCleared(LocalDate day) {
        String path = "/days/CN/" + day;
        Waiting.closely(
                "settlement clears " + day,
                PATIENCE,
                () -> {
                    Answer answer = api.get(ServiceName.SETTLEMENT, "settlement-operator", path);
                    if (answer.text("state").equals("BROKEN")) {
                        throw new PlatformFailure(
                                "%s does not clear: %s"
                                        .formatted(day, answer.body().path("breaks")));
                    }
                    return answer.text("state").equals("CLEARED");
                });
    }

    /** The sheets follow the close by a moment; what they say then must be what the record says. */
    private void compare(LocalDate day, List<RecordRow> rows) {
        String path = "/daily-sheets?market=CN&day=" + day;
        List<JsonNode> sheets = new ArrayList<>();
        Waiting.closely(
                "the sheets of " + day + " are final",
                PATIENCE,
                () -> {
                    sheets.clear();
                    api.get(ServiceName.REPORTING, null, path)
                            .body()
                            .path("sheets")
                            .forEach(sheets::add);
                    return sheets.size() >= rows.size()
                            && sheets.stream()
                                    .allMatch(
                                            sheet -> sheet.path("state").asText().equals("FINAL"));
                });
        requireEqual(rows, sheets);
    }

    /** Ends with every difference between sheets and record. */
    static void requireEqual(List<RecordRow> rows, List<JsonNode> sheets) {
        List<String> differences = new ArrayList<>();
        for (RecordRow row : rows) {
            differences.addAll(SheetComparison.differences(row, sheetOf(row, sheets)));
        }
        if (!differences.isEmpty()) {
            throw new PlatformFailure(String.join("\n        ", differences));
        }
    }

    private static JsonNode sheetOf(RecordRow row, List<JsonNode> sheets) {
        return sheets.stream()
                .filter(sheet ->
                        sheet.path("product").asText().equals(row.product().value())
                                && sheet.path("day").asText().equals(row.day().toString()))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private void awaitReconciled(LocalDate day) {
        Waiting.closely(
                "the books are quiet after " + day,
                PATIENCE,
                () -> {
                    JsonNode books =
                            api.get(ServiceName.REPORTING, "auditor", "/reconciliation").body();
                    if (books.path("breakCount").asInt() != 0) {
                        throw new PlatformFailure(
                                "The books do not agree after %s: %s"
                                        .formatted(day, books.path("breaks")));
                    }
                    return books.path("quiet").asBoolean();
                });
    }
}
