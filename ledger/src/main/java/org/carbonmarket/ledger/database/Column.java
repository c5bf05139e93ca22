package org.carbonmarket.ledger.database;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One column of many rows, bound as one array parameter. */
public final class Column {

    private final String type;
    private final @Nullable Object[] values;

    private Column(String type, @Nullable Object[] values) {
        this.type = type;
        this.values = values;
    }

    public static <T> Column text(Collection<T> rows, Function<T, @Nullable String> of) {
        return new Column("text", rows.stream().map(of).toArray(String[]::new));
    }

    public static <T> Column bigint(Collection<T> rows, ToLongFunction<T> of) {
        return new Column("int8", rows.stream().mapToLong(of).boxed().toArray(Long[]::new));
    }

    public static <T> Column bytes(Collection<T> rows, Function<T, byte[]> of) {
        return new Column("bytea", rows.stream().map(of).toArray(byte[][]::new));
    }

    public static <T> Column time(Collection<T> rows, Function<T, @Nullable OffsetDateTime> of) {
        return new Column(
                "timestamptz", rows.stream().map(of).map(Column::textOf).toArray(String[]::new));
    }

    public static <T> Column day(Collection<T> rows, Function<T, @Nullable LocalDate> of) {
        return new Column("date", rows.stream().map(of).map(Column::textOf).toArray(String[]::new));
    }

    private static @Nullable String textOf(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    String type() {
        return type;
    }

    @Nullable Object[] values() {
        return values;
    }
}
