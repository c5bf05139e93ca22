package org.carbonmarket.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Kafka broker in a JVM of its own, with a class path of its own. */
public final class BrokerProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path directory;
    private final int port;
    private Child child;

    private BrokerProcess(Path directory, int port, Child child) {
        this.directory = directory;
        this.port = port;
        this.child = child;
    }

    /**
     * Starts a broker over a directory, which keeps its topics for the next start.
     *
     * @param port the port of its clients; the next one is its controller's
     */
    public static BrokerProcess start(Path directory, int port)
            throws IOException, InterruptedException {
        return new BrokerProcess(directory, port, launch(directory, port));
    }

    /** The address for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public Child child() {
        return child;
    }

    /** Starts it again on the same directory and port, after a kill. */
    public void restart() throws IOException, InterruptedException {
        child = launch(directory, port);
    }

    public void stop() throws InterruptedException {
        child.stop();
    }

    private static Child launch(Path directory, int port) throws IOException, InterruptedException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        classPath(directory.resolve("lib")),
                        EmbeddedBroker.class.getName(),
                        directory.resolve("data").toString(),
                        Integer.toString(port),
                        Integer.toString(port + 1));
        Child child =
                Child.start(
                        new Child.Order(
                                "kafka",
                                command,
                                "TERM",
                                Map.of(),
                                directory,
                                EmbeddedBroker.READY::equals));
        try {
            child.awaitReady(PATIENCE);
        } catch (IOException notReady) {
            child.kill();
            throw notReady;
        }
        return child;
    }

    /** The broker's jars lie inside this module's own jar, or beside its classes while building. */
    private static String classPath(Path unpacked) throws IOException {
        Path own = ownLocation();
        List<String> entries = new ArrayList<>();
        entries.add(own.toString());
        if (Files.isDirectory(own)) {
            entries.add(own.resolve("broker") + "/*");
        } else {
            unpack(own, unpacked);
            entries.add(unpacked + "/*");
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void unpack(Path jar, Path into) throws IOException {
        Files.createDirectories(into);
        try (FileSystem inside = FileSystems.newFileSystem(jar);
                Stream<Path> jars = Files.list(inside.getPath("/broker"))) {
            for (Path packed : jars.toList()) {
                Path target = into.resolve(packed.getFileName().toString());
                if (!Files.exists(target) || Files.size(target) != Files.size(packed)) {
                    try (InputStream content = Files.newInputStream(packed)) {
                        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    private static Path ownLocation() {
        try {
            URI location =
                    BrokerProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(location);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
