package org.carbonmarket.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.ledger.offline.LedgerCopy;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a copy of the registry's ledger, read from a file or from the running platform.
 *
 * @param file a copy that was kept; null to ask the running registry for one
 * @param head a hash an earlier verification told; null when none was kept
 */
record LedgerVerifier(@Nullable Path file, @Nullable String head, Path data) {

    private static final String HEAD = "--head";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static LedgerVerifier of(List<String> arguments, Path data) {
        List<String> left = new ArrayList<>(arguments);
        String head = null;
        int option = left.indexOf(HEAD);
        if (option >= 0) {
            if (option + 1 == left.size()) {
                throw new PlatformFailure("Give the hash after --head.");
            }
            left.remove(option);
            head = left.remove(option);
        }
        if (left.size() > 1) {
            throw new PlatformFailure("Name one file: ./market verify-ledger FILE");
        }
        return new LedgerVerifier(left.isEmpty() ? null : Path.of(left.getFirst()), head, data);
    }

    /** A sentence for an intact ledger; a failure that names the posting for any other. */
    String verify() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            LedgerCopy.Verdict verdict = LedgerCopy.verify(lines, head);
            verdict.finding()
                    .ifPresent(finding -> {
                        throw new PlatformFailure(
                                "The ledger is not as it was sealed: " + finding.what() + ".");
                    });
            return "%d postings verified; head %s".formatted(verdict.postings(), verdict.head());
        } catch (IOException unreadable) {
            throw new PlatformFailure("The copy cannot be read.", unreadable);
        }
    }

    private InputStream open() throws IOException {
        if (file != null) {
            return Files.newInputStream(file);
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(registry() + "/api/v1/ledger/copy"))
                        .header("Authorization", "Bearer " + Issuer.in(data).token("auditor"))
                        .build();
        try {
            HttpResponse<InputStream> answer =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new PlatformFailure("The registry answered " + answer.statusCode() + ".");
            }
            return answer.body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted.", interrupted);
        }
    }

    private static String registry() {
        return "http://localhost:" + Ports.usual().of(ServiceName.REGISTRY);
    }
}
