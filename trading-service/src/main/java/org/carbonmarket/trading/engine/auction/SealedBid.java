package org.carbonmarket.trading.engine.auction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A bid's price in fen and its quantity in tonnes, closed until the auction's end.
 *
 * <p>Form, in Base64: the 32 bytes of a one-time X25519 public key, then AES-256-GCM over price and
 * quantity, eight bytes each, big-endian. The AES key is HKDF-SHA256 of the X25519 agreement of the
 * one-time key with the auction's sealing key; salt: both public keys; info: {@code carbon-market
 * bid <auction> <account>}, so that nobody can hand in another's sealed bid as his own. The key
 * serves once, so the nonce is twelve zero bytes. Keys travel in their standard encodings (X.509,
 * PKCS #8), in Base64.
 */
public record SealedBid(long price, long quantity) {

    private static final String CURVE = "X25519";
    private static final int KEY = 32;
    private static final int TAG_BITS = 128;
    private static final int PLAIN = 2 * Long.BYTES;
    private static final int SEALED = KEY + PLAIN + TAG_BITS / Byte.SIZE;

    /**
     * Seals a bid for an auction.
     *
     * @param sealingKey the auction's public key
     * @param oneTime a key pair never used before and forgotten afterwards
     */
    public String seal(String sealingKey, KeyPair oneTime, OrderId auction, AccountId account)
            throws GeneralSecurityException {
        PublicKey theirs = publicKey(sealingKey);
        byte[] ours = point(oneTime.getPublic());
        byte[] key =
                key(agree(oneTime.getPrivate(), theirs), ours, point(theirs), auction, account);
        byte[] plain = ByteBuffer.allocate(PLAIN).putLong(price).putLong(quantity).array();
        byte[] closed = cipher(Cipher.ENCRYPT_MODE, key).doFinal(plain);
        byte[] whole = ByteBuffer.allocate(SEALED).put(ours).put(closed).array();
        return Base64.getEncoder().encodeToString(whole);
    }

    /** Opens a bid; null for what is none: damaged, of another auction, or of another account. */
    public static @Nullable SealedBid open(
            String sealed,
            String openingKey,
            String sealingKey,
            OrderId auction,
            AccountId account) {
        try {
            byte[] whole = Base64.getDecoder().decode(sealed);
            if (whole.length != SEALED) {
                return null;
            }
            byte[] theirs = Arrays.copyOf(whole, KEY);
            byte[] secret = agree(privateKey(openingKey), publicKey(theirs));
            byte[] key = key(secret, theirs, point(publicKey(sealingKey)), auction, account);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key).doFinal(whole, KEY, whole.length - KEY);
            ByteBuffer bid = ByteBuffer.wrap(plain);
            return new SealedBid(bid.getLong(), bid.getLong());
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** Whether the private key is the other half of the public one. */
    public static boolean fit(String openingKey, String sealingKey) {
        try {
            byte[] basePoint = new byte[KEY];
            basePoint[0] = 9; // RFC 7748: a private key times the base point is its public key.
            byte[] derived = agree(privateKey(openingKey), publicKey(basePoint));
            return Arrays.equals(derived, point(publicKey(sealingKey)));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Whether bids can be sealed with this key. */
    public static boolean isSealingKey(String sealingKey) {
        try {
            return point(publicKey(sealingKey)).length == KEY;
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static byte[] agree(PrivateKey ours, PublicKey theirs) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance(CURVE);
        agreement.init(ours);
        agreement.doPhase(theirs, true);
        return agreement.generateSecret();
    }

    private static byte[] key(
            byte[] secret, byte[] oneTime, byte[] sealing, OrderId auction, AccountId account)
            throws GeneralSecurityException {
        byte[] info =
                ("carbon-market bid " + auction + " " + account).getBytes(StandardCharsets.UTF_8);
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret)
                                .addSalt(oneTime)
                                .addSalt(sealing)
                                .thenExpand(info, KEY));
    }

    private static Cipher cipher(int mode, byte[] key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, new byte[12]));
        return cipher;
    }

    private static PublicKey publicKey(String encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(CURVE)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
    }

    private static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509_HEADER, X509_HEADER.length + KEY);
        System.arraycopy(point, 0, encoded, X509_HEADER.length, KEY);
        return KeyFactory.getInstance(CURVE).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static PrivateKey privateKey(String encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(CURVE)
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
    }

    /** The key itself, without the header that names its kind. */
    private static byte[] point(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY, encoded.length);
    }

    /** RFC 8410: what stands before the 32 bytes of an X25519 public key. */
    private static final byte[] X509_HEADER = {
        0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x03, 0x21, 0x00
    };
}
