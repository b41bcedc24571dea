package bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.StandardCharsets;

/** JSON as few would want to keep it: written by hand into a builder that is kept, read token by token. */
final class EveryTrick extends InLanguage {
    private static final ThreadLocal<StringBuilder> JSON = ThreadLocal.withInitial(() -> new StringBuilder(512));
    private static final JsonFactory FACTORY = new JsonFactory();

    EveryTrick(long appId, String secret) {
        super(appId, secret);
    }

    @Override
    byte[] write(Body body) {
        StringBuilder json = JSON.get();
        json.setLength(0);
        json.append("{\"app_id\":").append(body.appId()).append(",\"user_id\":");
        quote(body.userId(), json);
        json.append(",\"nonce\":").append(body.nonce()).append(",\"ctime\":").append(body.ctime());
        json.append(",\"expire\":").append(body.expire()).append(",\"payload\":");
        quote(body.payload(), json);
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    static void quote(String text, StringBuilder json) {
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

    @Override
    Body read(byte[] json) throws Exception {
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
