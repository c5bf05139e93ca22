package org.carbonmarket.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.AccountId;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * The local platform's own token issuer. Its key is made at first start and readable by its owner
 * alone; no key is in any file of the project.
 */
public final class Issuer {

    private static final String NAME = "carbon-market";
    private static final int HOURS = 12;

    private static final Map<String, String> ROLES =
            Map.of(
                    "registry-operator", "registry-operator",
                    "registry-operator-2", "registry-operator",
                    "market-operator", "market-operator",
                    "settlement-operator", "settlement-operator",
                    "settlement-operator-2", "settlement-operator",
                    "settlement-bank", "settlement-bank",
                    "regulator", "regulator",
                    "verifier", "verifier",
                    "auditor", "auditor");

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private Issuer(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** The issuer whose key lies in a directory; the key is made when there is none. */
    public static Issuer in(Path directory) {
        Path privateFile = directory.resolve("issuer.key");
        Path publicFile = directory.resolve("issuer.pub");
        try {
            if (!Files.exists(privateFile)) {
                make(directory, privateFile, publicFile);
            }
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            return new Issuer(
                    rsa.generatePrivate(new PKCS8EncodedKeySpec(decoded(privateFile))),
                    rsa.generatePublic(new X509EncodedKeySpec(decoded(publicFile))));
        } catch (IOException | GeneralSecurityException failure) {
            throw new PlatformFailure(
                    "The issuer's key in " + directory + " cannot be read.", failure);
        }
    }

    /** The public key as the services take it: Base64 of its DER form. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /**
     * A bearer token of a persona (an operator's role, or the second person of one) or, for any
     * other name, of the participant with that account number.
     */
    public String token(String name) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setSubject(name);
        claims.setClaim("preferred_username", name);
        String role = ROLES.get(name);
        if (role == null) {
            claims.setClaim("account", account(name));
            role = "participant";
        }
        claims.setStringListClaim("groups", List.of(role));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(HOURS * 60);
        claims.setGeneratedJwtId();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setPayload(claims.toJson());
        signature.setKey(privateKey);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String account(String name) {
        try {
            return AccountId.of(name).value();
        } catch (IllegalArgumentException noAccount) {
            throw new PlatformFailure(
                    "There is nobody called '%s': name one of %s, or an account such as P-0001."
                            .formatted(name, ROLES.keySet().stream().sorted().toList()),
                    noAccount);
        }
    }

    private static void make(Path directory, Path privateFile, Path publicFile)
            throws IOException, GeneralSecurityException {
        Files.createDirectories(directory);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Files.createFile(
                privateFile,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(publicFile, encoded(pair.getPublic().getEncoded()));
        Files.writeString(privateFile, encoded(pair.getPrivate().getEncoded()));
    }

    private static String encoded(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte[] decoded(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }
}
