package org.carbonmarket.events.schema;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.carbonmarket.events.envelope.EventTypes;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;

/** The files of the published language as they lie in the module: one per event type. */
final class PublishedFiles {

    static final PublishedFiles SCHEMAS = new PublishedFiles("schemas");
    static final PublishedFiles SAMPLES = new PublishedFiles("samples");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    private PublishedFiles(String folder) {
        this.folder = Path.of("src", "main", "resources", folder);
    }

    /** Every event of every topic. */
    static List<Class<? extends PublishedEvent>> events() {
        return Stream.of(Topic.values())
                .flatMap(topic -> EventTypes.eventsOf(topic).stream())
                .toList();
    }

    /** The event types that have a file. */
    List<String> types() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> Objects.toString(file.getFileName()))
                    .map(name -> name.replaceFirst("\\.json$", ""))
                    .toList();
        }
    }

    boolean has(String type) {
        return Files.exists(file(type));
    }

    JsonNode read(String type) throws IOException {
        return JSON.readTree(Files.readString(file(type)));
    }

    byte[] bytes(String type) throws IOException {
        return Files.readAllBytes(file(type));
    }

    void write(String type, JsonNode content) throws IOException {
        DefaultPrettyPrinter lines =
                new DefaultPrettyPrinter().withArrayIndenter(new DefaultIndenter("  ", "\n"));
        lines.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        Files.createDirectories(folder);
        Files.writeString(file(type), JSON.writer(lines).writeValueAsString(content) + "\n");
    }

    private Path file(String type) {
        return folder.resolve(type + ".json");
    }
}
