package org.carbonmarket.registry.determination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.registry.allocation.CsvFile;
import org.carbonmarket.registry.allocation.LineError;

/**
 * A file of units with the figures their plan asks for. What can be read is in {@code lines}, what
 * cannot in {@code errors}; both are complete.
 */
record PlanFile(List<UnitLine> lines, List<LineError> errors) {

    PlanFile {
        lines = List.copyOf(lines);
        errors = List.copyOf(errors);
    }

    static PlanFile read(byte[] bytes, Plan plan) {
        CsvFile file = CsvFile.read(bytes, plan.columns());
        List<UnitLine> lines = new ArrayList<>();
        List<LineError> errors = new ArrayList<>(file.errors());
        Map<String, Long> seen = new HashMap<>();
        for (CsvFile.Line line : file.lines()) {
            UnitLineReader reader = new UnitLineReader(line, plan);
            reader.read()
                    .ifPresent(unit -> {
                        Long earlier = seen.putIfAbsent(unit.unit(), unit.line());
                        if (earlier == null) {
                            lines.add(unit);
                        } else {
                            errors.add(repeated(unit, earlier));
                        }
                    });
            errors.addAll(reader.errors());
        }
        return new PlanFile(lines, errors);
    }

    private static LineError repeated(UnitLine unit, long earlier) {
        return new LineError(
                unit.line(),
                "unit",
                "UNIT_REPEATED",
                "Unit %s is in line %d already.".formatted(unit.unit(), earlier));
    }
}
