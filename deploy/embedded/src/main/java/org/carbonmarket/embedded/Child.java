package org.carbonmarket.embedded;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A process that never outlives this one: a small shell guard holds the other end of a pipe and
 * ends the process when the pipe closes, even when this JVM is killed outright.
 */
public final class Child {

    private static final String GUARD =
            """
            exec 3<&0
            "$@" </dev/null 3<&- &
            child=$!
            echo "$child" > "$PID_FILE"
            ( read -r _ <&3; kill -"$STOP_SIGNAL" "$child" 2>/dev/null
              for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
                kill -0 "$child" 2>/dev/null || exit 0; sleep 1; done
              kill -KILL "$child" 2>/dev/null ) &
            trap '' INT
            trap 'kill -"$STOP_SIGNAL" "$child" 2>/dev/null' TERM
            wait "$child"; status=$?
            while kill -0 "$child" 2>/dev/null; do wait "$child"; status=$?; done
            exit "$status"
            """;

    private final String name;
    private final Path log;
    private final Path pidFile;
    private final Process guard;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private Child(String name, Path log, Path pidFile, Process guard) {
        this.name = name;
        this.log = log;
        this.pidFile = pidFile;
        this.guard = guard;
    }

    /**
     * How to start a child.
     *
     * @param name for messages and for its files
     * @param stopSignal the signal that stops it gracefully, such as {@code TERM}
     * @param environment added to this process's own
     * @param directory where its log and pid are kept
     * @param ready recognises the line of output that says it is ready
     */
    public record Order(
            String name,
            List<String> command,
            String stopSignal,
            Map<String, String> environment,
            Path directory,
            Predicate<String> ready) {}

    /** Starts the process; its output goes to {@code <directory>/<name>.log}. */
    public static Child start(Order order) throws IOException {
        Files.createDirectories(order.directory());
        Path log = order.directory().resolve(order.name() + ".log");
        Path pidFile = order.directory().resolve(order.name() + ".pid");
        Files.deleteIfExists(pidFile);
        List<String> command = new ArrayList<>(List.of("sh", "-c", GUARD, "guard"));
        command.addAll(order.command());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(order.environment());
        builder.environment().put("PID_FILE", pidFile.toString());
        builder.environment().put("STOP_SIGNAL", order.stopSignal());
        Child child = new Child(order.name(), log, pidFile, builder.start());
        BufferedWriter writer =
                Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        // Reading a pipe would hold a carrier of virtual threads, of which there may be only two.
        Thread.ofPlatform()
                .daemon()
                .name(order.name() + " output")
                .start(() -> child.follow(writer, order.ready()));
        return child;
    }

    /**
     * Waits until the child said it is ready.
     *
     * @throws IOException when it ended before, or took too long; the message names its log
     */
    public void awaitReady(Duration patience) throws IOException, InterruptedException {
        try {
            ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException ended) {
            throw new IOException(name + " ended before it was ready; see " + log, ended);
        } catch (TimeoutException late) {
            throw new IOException(
                    name + " was not ready after " + patience.toSeconds() + " s; see " + log, late);
        }
    }

    public String name() {
        return name;
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return guard.isAlive();
    }

    /** Completes with the exit status when the process ended. */
    public CompletableFuture<Integer> ended() {
        return guard.onExit().thenApply(Process::exitValue);
    }

    /** Stops it gracefully and waits; kills it when it will not stop. */
    public void stop() throws InterruptedException {
        askToStop();
        if (!guard.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** Asks for a graceful stop without waiting. */
    public void askToStop() {
        try {
            guard.getOutputStream().close();
        } catch (IOException alreadyGone) {
            guard.destroy();
        }
    }

    /** Ends the process itself with SIGKILL, as a crash would, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process().ifPresent(ProcessHandle::destroyForcibly);
        if (!guard.waitFor(10, TimeUnit.SECONDS)) {
            guard.descendants().forEach(ProcessHandle::destroyForcibly);
            guard.destroyForcibly().waitFor();
        }
        askToStop();
    }

    private Optional<ProcessHandle> process() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));
        } catch (IOException | NumberFormatException notStarted) {
            return Optional.empty();
        }
    }

    private void follow(BufferedWriter writer, Predicate<String> readyLine) {
        try (writer;
                BufferedReader lines =
                        new BufferedReader(
                                new java.io.InputStreamReader(
                                        guard.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                writer.write(line);
                writer.newLine();
                writer.flush();
                if (readyLine.test(line)) {
                    ready.complete(null);
                }
            }
            ready.completeExceptionally(new IOException(name + " ended"));
        } catch (IOException broken) {
            ready.completeExceptionally(broken);
        }
    }
}
