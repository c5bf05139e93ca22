package org.carbonmarket.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** The made-up power companies of the launch day. */
record Participants(List<Participant> all, String unitsCsv) {

    /** Which side a participant takes on the launch day: nobody sells what it bought today. */
    enum Part {
        SELLER,
        BUYER
    }

    record Participant(String account, String name, String province, Part part) {}

    Participants {
        all = List.copyOf(all);
    }

    /** Those that ship with the project. */
    static Participants ofTheLaunchDay() {
        try (CSVParser rows =
                CSVParser.parse(
                        resource("accounts.csv"),
                        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return new Participants(
                    rows.stream()
                            .map(row ->
                                    new Participant(
                                            row.get("account"),
                                            row.get("name"),
                                            row.get("province"),
                                            Part.valueOf(row.get("side"))))
                            .toList(),
                    resource("units.csv"));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    List<Participant> taking(Part part) {
        return all.stream().filter(participant -> participant.part() == part).toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Participants.class.getResourceAsStream("/launch-day/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
