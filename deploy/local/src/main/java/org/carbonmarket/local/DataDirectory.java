package org.carbonmarket.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Where a platform keeps everything. One platform at a time holds it, also while it is cleared. */
final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final int SECRET_BYTES = 16;

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes a directory, made when it is not there; refused while another platform holds it. */
    static DataDirectory take(Path path) {
        try {
            Files.createDirectories(path);
            // PostgreSQL may run as another user, who must be able to pass.
            path.toFile().setExecutable(true, false);
            return new DataDirectory(path, lock(path.resolve(LOCK)));
        } catch (IOException failure) {
            throw new PlatformFailure(
                    "Cannot write to " + path + ": " + failure.getMessage() + ".", failure);
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Deletes all that is kept, but not the hold on it. */
    void clear() {
        try (Stream<Path> kept = Files.walk(path)) {
            List<Path> deepestFirst =
                    kept.filter(each -> !each.equals(path) && !each.equals(resolve(LOCK)))
                            .sorted(Comparator.reverseOrder())
                            .toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw new PlatformFailure("Cannot clear " + path + ".", failure);
        }
    }

    /** A secret that is made when it is first asked for and readable by its owner alone. */
    String secret(String name) throws IOException {
        Path file = resolve(name);
        if (!Files.exists(file)) {
            byte[] secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new PlatformFailure(
                    "Another platform runs on this directory: stop it first (Ctrl-C there).");
        }
        return channel;
    }
}
