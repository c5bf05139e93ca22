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
        return new Column("text", filled(new @Nullable String[rows.size()], rows, of));
    }

    public static <T> Column bigint(Collection<T> rows, ToLongFunction<T> of) {
        return new Column("int8", filled(new Long[rows.size()], rows, of::applyAsLong));
    }

    public static <T> Column bytes(Collection<T> rows, Function<T, byte[]> of) {
        return new Column("bytea", filled(new byte[rows.size()][], rows, of));
    }

    public static <T> Column time(Collection<T> rows, Function<T, @Nullable OffsetDateTime> of) {
        return new Column(
                "timestamptz", rows.stream().map(of).map(Column::textOf).toArray(String[]::new));
    }

    public static <T> Column day(Collection<T> rows, Function<T, @Nullable LocalDate> of) {
        return new Column("date", rows.stream().map(of).map(Column::textOf).toArray(String[]::new));
    }

    private static <T, V extends @Nullable Object> V[] filled(
            V[] values, Collection<T> rows, Function<T, V> of) {
        int next = 0;
        for (T row : rows) {
            values[next++] = of.apply(row);
        }
        return values;
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
