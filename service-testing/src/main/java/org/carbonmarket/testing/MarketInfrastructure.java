package org.carbonmarket.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one test resource of all services: a real Kafka with the platform's topics, a real PostgreSQL
 * with an empty database, and a token issuer's key of the test's own.
 */
public final class MarketInfrastructure implements QuarkusTestResourceLifecycleManager {

    static final String PRIVATE_KEY = "market.test.issuer.private-key";

    private @Nullable Servers servers;

    @Override
    public Map<String, String> start() {
        Servers started = Servers.start();
        servers = started;
        Topics.create(started.bootstrapServers());
        KeyPair issuer = issuer();
        Map<String, String> config = new HashMap<>();
        config.put("kafka.bootstrap.servers", started.bootstrapServers());
        config.put("quarkus.datasource.jdbc.url", started.jdbcUrl());
        config.put("quarkus.datasource.username", started.user());
        config.put("quarkus.datasource.password", started.password());
        config.put("quarkus.oidc.public-key", base64(issuer.getPublic().getEncoded()));
        config.put(PRIVATE_KEY, base64(issuer.getPrivate().getEncoded()));
        return config;
    }

    @Override
    public void stop() {
        Servers running = servers;
        if (running != null) {
            running.stop();
        }
    }

    private static KeyPair issuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
