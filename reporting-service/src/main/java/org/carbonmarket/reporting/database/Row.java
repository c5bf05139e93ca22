package org.carbonmarket.reporting.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.carbonmarket.events.quantity.Market;
import org.jspecify.annotations.Nullable;

/** The row a query stands at. Times are told in the market's offset, +08:00. */
public final class Row {

    private static final ZoneOffset MARKET_OFFSET = ZoneOffset.ofHours(8);

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public String text(String column) throws SQLException {
        return present(column, results.getString(column));
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return results.getString(column);
    }

    public long number(String column) throws SQLException {
        return results.getLong(column);
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        long value = results.getLong(column);
        return results.wasNull() ? null : value;
    }

    public boolean flag(String column) throws SQLException {
        return results.getBoolean(column);
    }

    public LocalDate day(String column) throws SQLException {
        return present(column, results.getObject(column, LocalDate.class));
    }

    public Market market(String column) throws SQLException {
        return Market.valueOf(text(column));
    }

    public OffsetDateTime time(String column) throws SQLException {
        OffsetDateTime time = results.getObject(column, OffsetDateTime.class);
        return present(column, time).withOffsetSameInstant(MARKET_OFFSET);
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException(column + " is null");
        }
        return value;
    }
}
