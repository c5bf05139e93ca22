package org.carbonmarket.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.settlement.FundsEvent.FundsDeposited;

/** What handlers in these tests do: they write down what they were handed. */
@ApplicationScoped
public class Effects {

    private final AgroalDataSource database;

    Effects(AgroalDataSource database) {
        this.database = database;
    }

    public void write(String holder, List<Received> batch) {
        for (Received received : batch) {
            write(holder, ((FundsDeposited) received.event()).bankReference());
        }
    }

    public void write(String holder, String what) {
        execute("insert into effect (holder, what) values (?, ?)", holder, what);
    }

    public List<String> of(String holder) {
        return texts("select what from effect where holder = ? order by id", holder);
    }

    public List<String> texts(String query, String... values) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    texts.add(result.getString(1));
                }
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public void execute(String sql, String... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
