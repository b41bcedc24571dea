package bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A Token04 as well as Java's usual libraries can issue and read it: key, ciphers and generators kept, one per thread,
 * random bytes drawn for many tokens at once, one array for the envelope. The generator is the JDK's default; the property
 * {@code bench.random} names another, such as the older SHA1PRNG, which is faster. How JSON is written and read is left
 * open.
 */
abstract class InLanguage {
    private static final int IV_BYTES = 16;
    private static final int BODY_AT = 8 + 2 + IV_BYTES + 2;

    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(() -> {
        try {
            return Cipher.getInstance("AES/CBC/PKCS5Padding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    });
    private static final ThreadLocal<Pool> RANDOM = ThreadLocal.withInitial(() -> {
        try {
            String algorithm = System.getProperty("bench.random");
            return new Pool(algorithm == null ? new SecureRandom() : SecureRandom.getInstance(algorithm));
        } catch (GeneralSecurityException unknown) {
            throw new IllegalStateException(unknown);
        }
    });

    /** Random bytes, each given out once. */
    private static final class Pool {
        private final SecureRandom source;
        private final byte[] bytes = new byte[4096];
        private int given = bytes.length;

        Pool(SecureRandom source) {
            this.source = source;
        }

        void fill(byte[] target) {
            if (given + target.length > bytes.length) {
                source.nextBytes(bytes);
                given = 0;
            }
            System.arraycopy(bytes, given, target, 0, target.length);
            given += target.length;
        }
    }

    private final long appId;
    private final SecretKeySpec key;

    InLanguage(long appId, String secret) {
        this.appId = appId;
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "AES");
    }

    abstract byte[] write(Body body) throws Exception;

    abstract Body read(byte[] json) throws Exception;

    String issue(String userId, long ttl, String payload) throws Exception {
        byte[] random = new byte[IV_BYTES + 4];
        RANDOM.get().fill(random);
        long now = System.currentTimeMillis() / 1000;
        int nonce = ByteBuffer.wrap(random).getInt(IV_BYTES) & Integer.MAX_VALUE;
        byte[] body = write(new Body(appId, userId, nonce, now, now + ttl, payload));

        int ciphertextBytes = (body.length / 16 + 1) * 16;
        byte[] envelope = new byte[BODY_AT + ciphertextBytes];
        ByteBuffer.wrap(envelope).putLong(now + ttl).putShort((short) IV_BYTES).put(random, 0, IV_BYTES)
                .putShort((short) ciphertextBytes);
        Cipher cipher = CIPHER.get();
        cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(random, 0, IV_BYTES));
        cipher.doFinal(body, 0, body.length, envelope, BODY_AT);
        return "04".concat(Base64.getEncoder().encodeToString(envelope));
    }

    Body verify(String token) throws Exception {
        if (!token.startsWith("04")) {
            throw new IllegalArgumentException("version");
        }
        byte[] text = token.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer envelope = Base64.getDecoder().decode(ByteBuffer.wrap(text, 2, text.length - 2));
        long expire = envelope.getLong();
        if (envelope.getShort() != IV_BYTES) {
            throw new IllegalArgumentException("iv");
        }
        byte[] bytes = envelope.array();
        int ciphertextBytes = envelope.getShort(BODY_AT - 2) & 0xffff;
        Cipher cipher = CIPHER.get();
        cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(bytes, 10, IV_BYTES));
        Body body = read(cipher.doFinal(bytes, BODY_AT, ciphertextBytes));
        if (body.appId() != appId || body.expire() != expire || System.currentTimeMillis() / 1000 >= expire) {
            throw new IllegalArgumentException("claims");
        }
        return body;
    }
}
