package org.carbonmarket.ledger.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The row a query stands at. Times are told in the market's offset, +08:00. */
public final class Row {

    private static final ZoneOffset MARKET = ZoneOffset.ofHours(8);

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

    public byte[] bytes(String column) throws SQLException {
        return present(column, results.getBytes(column));
    }

    public OffsetDateTime time(String column) throws SQLException {
        OffsetDateTime time = results.getObject(column, OffsetDateTime.class);
        return present(column, time).withOffsetSameInstant(MARKET);
    }

    public @Nullable OffsetDateTime timeOrNull(String column) throws SQLException {
        OffsetDateTime time = results.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.withOffsetSameInstant(MARKET);
    }

    public LocalDate day(String column) throws SQLException {
        return present(column, results.getObject(column, LocalDate.class));
    }

    public @Nullable LocalDate dayOrNull(String column) throws SQLException {
        return results.getObject(column, LocalDate.class);
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException(column + " is null");
        }
        return value;
    }
}
