package org.carbonmarket.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The server's programs, unpacked from the class path. PostgreSQL refuses to run as root, so root
 * runs it as the system's user without rights; below a directory that only root may enter, in a
 * user namespace, where it is nobody to itself and still root's to the files.
 */
final class PostgresBinaries {

    private static final String NOBODY = "65534";
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    private static final List<String> IN_NAMESPACE = List.of("unshare", "-U");

    private final Path home;
    private final List<String> asServerUser;

    private PostgresBinaries(Path home, List<String> asServerUser) {
        this.home = home;
        this.asServerUser = asServerUser;
    }

    /** Unpacks the programs beside a server's directory, which its user must be able to reach. */
    static PostgresBinaries unpackInto(Path home, Path directory)
            throws IOException, InterruptedException {
        if (!Files.isExecutable(home.resolve("bin/postgres"))) {
            unpack(home);
        }
        return new PostgresBinaries(home, serverUser(home, directory));
    }

    private static List<String> serverUser(Path home, Path directory)
            throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        run(List.of("chmod", "a+x", directory.toString()));
        if (succeeds(AS_NOBODY, "test", "-r", home.resolve("bin/postgres").toString())) {
            return AS_NOBODY;
        }
        if (succeeds(IN_NAMESPACE, "true")) {
            return IN_NAMESPACE;
        }
        throw new IOException(
                "PostgreSQL does not run as root, and no other user can reach "
                        + directory
                        + ": use a directory that all may enter, or run as an ordinary user");
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** What goes before a command so that it runs as the server's user. */
    List<String> asServerUser() {
        return asServerUser;
    }

    void initialise(Path data, Path passwordFile) throws IOException, InterruptedException {
        Files.createDirectories(data);
        if (asServerUser.equals(AS_NOBODY)) {
            run(List.of("chown", NOBODY + ":" + NOBODY, data.toString(), passwordFile.toString()));
        }
        run(List.of("chmod", "700", data.toString()));
        run(List.of("chmod", "600", passwordFile.toString()));
        List<String> command = new ArrayList<>(asServerUser);
        command.addAll(
                List.of(
                        program("initdb"),
                        "-D",
                        data.toString(),
                        "-U",
                        DatabaseProcess.SUPERUSER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "-E",
                        "UTF8",
                        "--locale=C"));
        run(command);
    }

    private static void unpack(Path home) throws IOException {
        String archive = archive();
        Files.createDirectories(home);
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new IOException(
                        "no PostgreSQL for this machine is on the class path: " + archive);
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                for (TarArchiveEntry entry = tar.getNextEntry();
                        entry != null;
                        entry = tar.getNextEntry()) {
                    unpack(tar, entry, home);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path home)
            throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("the archive reaches outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        return "/postgres-"
                + (system.contains("mac") ? "darwin" : "linux")
                + "-"
                + (machine.equals("aarch64") ? "arm_64" : "x86_64")
                + ".txz";
    }

    private static boolean succeeds(List<String> asUser, String... program)
            throws InterruptedException {
        List<String> command = new ArrayList<>(asUser);
        command.addAll(List.of(program));
        try {
            run(command);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " failed: " + output.strip());
        }
    }
}
