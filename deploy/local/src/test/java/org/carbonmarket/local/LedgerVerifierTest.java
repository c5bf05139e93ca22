package org.carbonmarket.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerVerifierTest {

    private static final String NOTHING = "0".repeat(64);

    @TempDir Path directory;

    @Test
    void anIntactCopyIsSaidToBeIntactWithItsHead() throws IOException {
        Path copy = copy("{\"head\":{\"number\":0,\"hash\":\"" + NOTHING + "\"}}");

        assertThat(verify(copy.toString())).isEqualTo("0 postings verified; head " + NOTHING);
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        Path copy = copy("{\"posting\":2}");

        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(() -> verify(copy.toString()))
                .extracting(PlatformFailure::sentence)
                .asString()
                .contains("posting 1 is missing");
    }

    @Test
    void anotherHeadThanTheOneThatWasKeptIsNamed() throws IOException {
        Path copy = copy("{\"head\":{\"number\":0,\"hash\":\"" + NOTHING + "\"}}");

        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(() -> verify("--head", "f".repeat(64), copy.toString()));
        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(() -> verify(copy.toString(), "--head"));
        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(() -> verify(copy.toString(), copy.toString()));
    }

    private String verify(String... arguments) {
        return LedgerVerifier.of(List.of(arguments), directory).verify();
    }

    private Path copy(String line) throws IOException {
        return Files.writeString(directory.resolve("ledger.ndjson"), line + "\n");
    }
}
