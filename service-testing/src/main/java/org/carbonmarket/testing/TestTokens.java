package org.carbonmarket.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Bearer tokens signed by the test's issuer. */
public final class TestTokens {

    private TestTokens() {}

    /** A token of somebody with one role, named after it. */
    public static String of(String role) {
        return of(role, role);
    }

    /** A token of a named person with one role. */
    public static String of(String name, String role) {
        return sign(name, role, null);
    }

    /** A token of a participant, bound to its account. */
    public static String participant(String account) {
        return sign(account, "participant", account);
    }

    private static String sign(String name, String role, @Nullable String account) {
        var claims =
                Jwt.issuer("carbon-market")
                        .subject(name)
                        .preferredUserName(name)
                        .groups(Set.of(role))
                        .expiresIn(Duration.ofHours(1));
        if (account != null) {
            claims.claim("account", account);
        }
        return claims.sign(issuerKey());
    }

    private static PrivateKey issuerKey() {
        String encoded =
                ConfigProvider.getConfig().getValue(MarketInfrastructure.PRIVATE_KEY, String.class);
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
