package org.carbonmarket.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir Path home;

    @Test
    void aSecretIsMadeOnceAndReadableByItsOwnerAlone() throws Exception {
        try (DataDirectory data = DataDirectory.take(home.resolve("data"))) {
            String first = data.secret("registry.password");

            assertThat(data.secret("registry.password")).isEqualTo(first).hasSize(32);
            assertThat(data.secret("trading.password")).isNotEqualTo(first);
            assertThat(Files.getPosixFilePermissions(data.resolve("registry.password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void clearingForgetsAllButKeepsTheHoldOnTheDirectory() throws Exception {
        try (DataDirectory data = DataDirectory.take(home.resolve("data"))) {
            data.secret("registry.password");
            Files.createDirectories(data.resolve("kafka/data"));
            Files.writeString(data.resolve("kafka/data/log"), "kept");

            data.clear();

            assertThat(data.path()).isDirectoryNotContaining(path -> !path.endsWith("lock"));
            assertThat(data.resolve("lock")).exists();
        }
    }

    @Test
    void whatOnePlatformKeptIsThereForTheNext() throws Exception {
        String kept;
        try (DataDirectory data = DataDirectory.take(home)) {
            kept = data.secret("registry.password");
        }
        try (DataDirectory data = DataDirectory.take(home)) {
            assertThat(data.secret("registry.password")).isEqualTo(kept);
        }
    }
}
