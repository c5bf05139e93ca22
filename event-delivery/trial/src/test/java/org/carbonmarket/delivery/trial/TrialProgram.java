package org.carbonmarket.delivery.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The trial program as a process of its own, so that it can be killed like one. */
final class TrialProgram implements AutoCloseable {

    private static final Path PROGRAM = Path.of(System.getProperty("trial.program", ""));

    private final String name;
    private final Map<String, String> surroundings;
    private final List<String> settings;
    private Process process;

    private TrialProgram(String name, Map<String, String> surroundings, List<String> settings) {
        this.name = name;
        this.surroundings = surroundings;
        this.settings = settings;
        this.process = launch();
    }

    /** Starts a program that pays until each account has had this many payments. */
    static TrialProgram payer(Map<String, String> surroundings, int payments) {
        return new TrialProgram(
                "payer",
                surroundings,
                List.of("-Dtrial.payments=" + payments, "-Dtrial.receives=false"));
    }

    /** Starts a payer that pays and leaves the carrying to nobody. */
    static TrialProgram payerWithoutRelay(Map<String, String> surroundings, int payments) {
        return new TrialProgram(
                "payer",
                surroundings,
                List.of(
                        "-Dtrial.payments=" + payments,
                        "-Dtrial.receives=false",
                        "-Dmarket.delivery.outbox.relay=false"));
    }

    static TrialProgram payee(Map<String, String> surroundings) {
        return new TrialProgram("payee", surroundings, List.of());
    }

    /** SIGKILL: no hook runs, no buffer is flushed, no connection says goodbye. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void restart() {
        kill();
        process = launch();
    }

    String name() {
        return name;
    }

    private Process launch() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-Dtrial.name=" + name);
        command.addAll(settings);
        command.add("-jar");
        command.add(PROGRAM.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(surroundings);
        try {
            Path log = PROGRAM.resolveSibling("../" + name + ".log").normalize();
            Files.createDirectories(log.toAbsolutePath().getParent());
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
