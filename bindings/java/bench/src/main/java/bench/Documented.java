package bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;

/** JSON as Jackson documents it, with writer and reader kept. */
final class Documented extends InLanguage {
    private static final ObjectWriter WRITER = new ObjectMapper().writerFor(Body.class);
    private static final ObjectReader READER = new ObjectMapper().readerFor(Body.class);

    Documented(long appId, String secret) {
        super(appId, secret);
    }

    @Override
    byte[] write(Body body) throws Exception {
        return WRITER.writeValueAsBytes(body);
    }

    @Override
    Body read(byte[] json) throws Exception {
        return READER.readValue(json);
    }
}
