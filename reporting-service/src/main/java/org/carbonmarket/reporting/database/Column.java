package org.carbonmarket.reporting.database;

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

    public static <T> Column text(Collection<T> rows, Function<T, @Nullable Object> of) {
        return new Column("text", rows.stream().map(of).map(Column::written).toArray());
    }

    public static <T> Column bigint(Collection<T> rows, ToLongFunction<T> of) {
        return new Column("int8", rows.stream().mapToLong(of).boxed().toArray());
    }

    /** A column of whole numbers in which some may be absent. */
    public static <T> Column bigintOrNull(Collection<T> rows, Function<T, @Nullable Long> of) {
        return new Column("int8", rows.stream().map(of).toArray());
    }

    private static @Nullable String written(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    String type() {
        return type;
    }

    @Nullable Object[] values() {
        return values;
    }
}
