package org.carbonmarket.delivery.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kafka headers as two array columns, names and values side by side. */
public final class HeaderColumns {

    private HeaderColumns() {}

    public static Array names(Connection connection, List<MessageHeader> headers)
            throws SQLException {
        return connection.createArrayOf(
                "text", headers.stream().map(MessageHeader::name).toArray(String[]::new));
    }

    public static Array values(Connection connection, List<MessageHeader> headers)
            throws SQLException {
        return connection.createArrayOf(
                "bytea", headers.stream().map(MessageHeader::value).toArray(byte[][]::new));
    }

    /** The headers of a row; none where the columns are null. */
    public static List<MessageHeader> read(@Nullable Array names, @Nullable Array values)
            throws SQLException {
        if (names == null || values == null) {
            return List.of();
        }
        Object[] name = (Object[]) names.getArray();
        Object[] value = (Object[]) values.getArray();
        List<MessageHeader> headers = new ArrayList<>(name.length);
        for (int i = 0; i < name.length; i++) {
            headers.add(new MessageHeader((String) name[i], (byte[]) value[i]));
        }
        return headers;
    }
}
