package org.carbonmarket.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the sheet the platform publishes with the published record, and prints it. */
public final class LaunchDaySheet {

    private static final Map<String, String> RECORD = record();

    private LaunchDaySheet() {}

    private static Map<String, String> record() {
        Map<String, String> record = new LinkedHashMap<>();
        record.put("open", "48.00");
        record.put("high", "52.80");
        record.put("low", "48.00");
        record.put("close", "51.23");
        record.put("volume", "4103953");
        record.put("amount", "210230053.25");
        return record;
    }

    /** Every field that differs from the record, in words. */
    public static List<String> differences(JsonNode sheet) {
        List<String> differences = new ArrayList<>();
        RECORD.forEach((field, expected) -> {
            String found = sheet.path(field).asText();
            if (!found.equals(expected)) {
                differences.add("%s is %s, the record says %s".formatted(field, found, expected));
            }
        });
        return differences;
    }

    static String text(JsonNode sheet) {
        return """

        China national carbon market, %s, CEA
          opening  %s      high     %s
          closing  %s      low      %s
          volume   %,d t
          amount   %s yuan
        """
                .formatted(
                        LaunchDay.DAY,
                        sheet.path("open").asText(),
                        sheet.path("high").asText(),
                        sheet.path("close").asText(),
                        sheet.path("low").asText(),
                        sheet.path("volume").asLong(),
                        grouped(sheet.path("amount").asText()));
    }

    private static String grouped(String yuan) {
        int point = yuan.indexOf('.');
        return point < 0
                ? yuan
                : "%,d%s"
                        .formatted(Long.parseLong(yuan.substring(0, point)), yuan.substring(point));
    }
}
