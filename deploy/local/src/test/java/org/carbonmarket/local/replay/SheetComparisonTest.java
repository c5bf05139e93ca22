package org.carbonmarket.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.local.replay.record.RecordRow;
import org.junit.jupiter.api.Test;

class SheetComparisonTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RecordRow ROW =
            Records.firstDays()
                    .days()
                    .getOrDefault(LocalDate.of(2021, 7, 21), List.of())
                    .getFirst();
    private static final String SHEET =
            """
            {"market":"CN","day":"2021-07-21","product":"CEA","state":"FINAL",
             "previousClose":"53.28","open":"54.20","high":"55.50","low":"54.07","close":"54.40",
             "trades":4,"volume":212000,"amount":"11384830.00",
             "listed":{"volume":112000,"amount":"6092830.00"},
             "block":{"volume":100000,"amount":"5292000.00"},
             "auction":{"volume":0,"amount":"0.00"}}
            """;

    @Test
    void anEqualSheetHasNoDifference() {
        assertThat(SheetComparison.differences(ROW, sheet())).isEmpty();
    }

    @Test
    void aDifferenceNamesDayProductAndField() {
        ObjectNode sheet = sheet();
        sheet.put("close", "54.41");
        ((ObjectNode) sheet.get("block")).put("volume", 100_001);
        sheet.remove("high");

        assertThat(SheetComparison.differences(ROW, sheet))
                .containsExactly(
                        "2021-07-21 CEA high: the platform says none, the record 55.50",
                        "2021-07-21 CEA close: the platform says 54.41, the record 54.40",
                        "2021-07-21 CEA block.volume: the platform says 100001, the record 100000");
    }

    @Test
    void aMissingSheetIsADifference() {
        JsonNode none = MissingNode.getInstance();

        assertThat(SheetComparison.differences(ROW, none))
                .containsExactly("2021-07-21 CEA: there is no sheet");
    }

    private static ObjectNode sheet() {
        try {
            return (ObjectNode) JSON.readTree(SHEET);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
