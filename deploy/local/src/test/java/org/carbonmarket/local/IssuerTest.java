package org.carbonmarket.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerTest {

    @TempDir Path directory;

    @Test
    void theKeyIsMadeOnceAndReadableByItsOwnerAlone() throws Exception {
        String first = Issuer.in(directory).publicKey();

        assertThat(Issuer.in(directory).publicKey()).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(directory.resolve("issuer.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aParticipantsTokenCarriesItsAccountAndAnOperatorsItsRole() {
        Issuer issuer = Issuer.in(directory);

        assertThat(claims(issuer.token("P-0001")))
                .contains("\"account\":\"P-0001\"")
                .contains("\"groups\":[\"participant\"]");
        assertThat(claims(issuer.token("registry-operator-2")))
                .contains("\"groups\":[\"registry-operator\"]")
                .doesNotContain("\"account\"");
    }

    @Test
    void aNameThatIsNobodysIsRefusedInOneSentence() {
        assertThatThrownBy(() -> Issuer.in(directory).token("no body"))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("nobody called 'no body'");
    }

    private static String claims(String token) {
        return new String(
                Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
