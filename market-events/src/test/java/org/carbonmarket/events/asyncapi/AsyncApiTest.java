package org.carbonmarket.events.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dschemas.write=true} to publish what the topics have become. */
class AsyncApiTest {

    private static final Path PUBLISHED = Path.of("asyncapi.yaml");

    @Test
    void theAsyncApiDocumentIsThatOfTheTopics() throws IOException {
        String generated = AsyncApiDocument.text();
        if (Boolean.getBoolean("schemas.write")) {
            Files.writeString(PUBLISHED, generated);
        }
        assertThat(PUBLISHED).as("run with -Dschemas.write=true").content().isEqualTo(generated);
    }
}
