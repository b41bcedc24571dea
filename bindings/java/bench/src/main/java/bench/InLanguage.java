package bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The best that a user could write in Java: key, ciphers and generators kept, one per thread, the JSON by hand, one
 * array for the envelope. The generator is the JDK's default; the property {@code bench.random} names another, such as
 * the older SHA1PRNG, which is faster.
 */
final class InLanguage {
    private static final int IV_BYTES = 16;
    private static final int BODY_AT = 8 + 2 + IV_BYTES + 2;

    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(() -> {
        try {
            return Cipher.getInstance("AES/CBC/PKCS5Padding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    });
    private static final ThreadLocal<SecureRandom> RANDOM = ThreadLocal.withInitial(() -> {
        try {
            String algorithm = System.getProperty("bench.random");
            return algorithm == null ? new SecureRandom() : SecureRandom.getInstance(algorithm);
        } catch (GeneralSecurityException unknown) {
            throw new IllegalStateException(unknown);
        }
    });
    private static final ThreadLocal<StringBuilder> JSON = ThreadLocal.withInitial(() -> new StringBuilder(512));
    private static final JsonFactory FACTORY = new JsonFactory();

    private final long appId;
    private final SecretKeySpec key;

    InLanguage(long appId, String secret) {
        this.appId = appId;
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "AES");
    }

    String issue(String userId, long ttl, String payload) throws GeneralSecurityException {
        byte[] random = new byte[IV_BYTES + 4];
        RANDOM.get().nextBytes(random);
        long now = System.currentTimeMillis() / 1000;
        int nonce = ByteBuffer.wrap(random).getInt(IV_BYTES) & Integer.MAX_VALUE;
        byte[] body = body(userId, nonce, now, now + ttl, payload).getBytes(StandardCharsets.UTF_8);

        int ciphertextBytes = (body.length / 16 + 1) * 16;
        byte[] envelope = new byte[BODY_AT + ciphertextBytes];
        ByteBuffer.wrap(envelope).putLong(now + ttl).putShort((short) IV_BYTES).put(random, 0, IV_BYTES)
                .putShort((short) ciphertextBytes);
        Cipher cipher = CIPHER.get();
        cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(random, 0, IV_BYTES));
        cipher.doFinal(body, 0, body.length, envelope, BODY_AT);
        return "04".concat(Base64.getEncoder().encodeToString(envelope));
    }

    private String body(String userId, int nonce, long ctime, long expire, String payload) {
        StringBuilder json = JSON.get();
        json.setLength(0);
        json.append("{\"app_id\":").append(appId).append(",\"user_id\":");
        quote(userId, json);
        json.append(",\"nonce\":").append(nonce).append(",\"ctime\":").append(ctime);
        json.append(",\"expire\":").append(expire).append(",\"payload\":");
        quote(payload, json);
        return json.append('}').toString();
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        int written = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '"' || character == '\\') {
                json.append(text, written, index).append('\\');
                written = index;
            } else if (character < ' ') {
                json.append(text, written, index).append("\\u00");
                json.append(Character.forDigit(character >> 4, 16)).append(Character.forDigit(character & 15, 16));
                written = index + 1;
            }
        }
        json.append(text, written, text.length()).append('"');
    }

    /** What a token says. */
    record Body(long appId, String userId, long nonce, long ctime, long expire, String payload) {}

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
        Body body = parse(cipher.doFinal(bytes, BODY_AT, ciphertextBytes));
        if (body.appId != appId || body.expire != expire || System.currentTimeMillis() / 1000 >= expire) {
            throw new IllegalArgumentException("claims");
        }
        return body;
    }

    private static Body parse(byte[] json) throws Exception {
        long appId = 0;
        long nonce = 0;
        long ctime = 0;
        long expire = 0;
        String userId = null;
        String payload = "";
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "app_id" -> appId = parser.getLongValue();
                    case "user_id" -> userId = parser.getText();
                    case "nonce" -> nonce = parser.getLongValue();
                    case "ctime" -> ctime = parser.getLongValue();
                    case "expire" -> expire = parser.getLongValue();
                    case "payload" -> payload = value == JsonToken.VALUE_NULL ? "" : parser.getText();
                    default -> parser.skipChildren();
                }
            }
        }
        return new Body(appId, userId, nonce, ctime, expire, payload);
    }
}
