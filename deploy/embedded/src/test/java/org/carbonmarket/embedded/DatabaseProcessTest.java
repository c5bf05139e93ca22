package org.carbonmarket.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseProcessTest {

    @TempDir Path directory;

    @Test
    void aCommitSurvivesAKillOfTheServer() throws Exception {
        DatabaseProcess server = DatabaseProcess.start(directory, FreePort.pair());
        try {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            server.createDatabase("books", "keeper", "it's a secret");
            server.createDatabase("books", "keeper", "it's a secret");
            execute(server, "CREATE TABLE entry (fen bigint)");
            execute(server, "INSERT INTO entry VALUES (4800)");

            server.child().kill();
            server.restart();

            assertThat(query(server, "SELECT fen FROM entry")).isEqualTo("4800");
        } finally {
            server.stop();
        }
        assertThat(server.child().isAlive()).isFalse();
    }

    @Test
    void aDirectoryThatOnlyItsOwnerMayEnterWillDo() throws Exception {
        Path closed =
                Files.createDirectory(
                        directory.resolve("closed"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        Path below = closed.resolve("database");
        DatabaseProcess server = DatabaseProcess.start(below, FreePort.pair());
        try {
            server.child().kill();
            server.restart();

            assertThat(setting(server, "data_directory"))
                    .isEqualTo(below.resolve("data").toString());
        } finally {
            server.stop();
        }
    }

    private static String setting(DatabaseProcess server, String name) throws Exception {
        return query(server, "SHOW " + name);
    }

    private static void execute(DatabaseProcess server, String sql) throws Exception {
        try (Connection connection = server.connect("books");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseProcess server, String sql) throws Exception {
        try (Connection connection = server.connect(database(sql));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String database(String sql) {
        return sql.startsWith("SHOW") ? "postgres" : "books";
    }
}
