package org.carbonmarket.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.local.replay.record.RecordRow;
import org.carbonmarket.local.replay.record.Turnover;
import org.junit.jupiter.api.Test;

class ClosingTableTest {

    private static final NavigableMap<LocalDate, List<RecordRow>> DAYS = Records.firstDays().days();
    private static final PublishedTotals JULY =
            new PublishedTotals(
                    "July",
                    LocalDate.of(2021, 7, 16),
                    LocalDate.of(2021, 7, 30),
                    new Turnover(5_951_937, 29_958_538_830L));

    @Test
    void thePlatformsDaysAreAddedUpByYearAndComparedWithWhatWasPublished() {
        ClosingTable table = ClosingTable.of(told(), DAYS, List.of(JULY));

        assertThat(table.differences()).isEmpty();
        assertThat(table.periods())
                .containsExactly(
                        new ClosingTable.Line("2021", 11, JULY.turnover(), false),
                        new ClosingTable.Line("July", 11, JULY.turnover(), true),
                        new ClosingTable.Line("all days", 11, JULY.turnover(), false));
        assertThat(table.text()).contains("5,951,937 t", "299,585,388.30 yuan  as published");
    }

    @Test
    void aDifferenceIsNamedWithItsDayOrPeriod() {
        ArrayNode told = told();
        ((ObjectNode) told.get(10)).put("cumulativeVolume", 1).put("volume", 1);

        assertThat(ClosingTable.of(told, DAYS, List.of(JULY)).differences())
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).startsWith("2021-07-30 cumulative"))
                .anySatisfy(text -> assertThat(text).startsWith("July: the platform says"));
    }

    @Test
    void aTotalOfOtherDaysIsNotCompared() {
        List<PublishedTotals> shipped = PublishedTotals.shipped();

        assertThat(shipped).hasSize(6);
        assertThat(ClosingTable.of(told(), DAYS, shipped).periods())
                .noneMatch(ClosingTable.Line::isPublished);
    }

    private static ArrayNode told() {
        ArrayNode told = new ObjectMapper().createArrayNode();
        DAYS.forEach((day, rows) -> {
            RecordRow row = rows.getFirst();
            told.addObject()
                    .put("day", day.toString())
                    .put("volume", row.total().tonnes())
                    .put("amount", Money.ofFen(row.total().fen()).toString())
                    .put("cumulativeVolume", row.cumulative().tonnes())
                    .put("cumulativeAmount", Money.ofFen(row.cumulative().fen()).toString());
        });
        return told;
    }
}
