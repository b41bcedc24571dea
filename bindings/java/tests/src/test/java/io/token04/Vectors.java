package io.token04;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** The shared vectors, read as their README says; the property {@code token04.vectors} names their folder. */
final class Vectors {
    private Vectors() {}

    /** A test for each case of a file. */
    static Stream<DynamicTest> of(String file, ThrowingConsumer<JsonNode> test) {
        return cases(file).map(vector -> DynamicTest.dynamicTest(vector.get("id").asText(), () -> test.accept(vector)));
    }

    /** The cases of a file. */
    static Stream<JsonNode> cases(String file) {
        Path path = Path.of(System.getProperty("token04.vectors"), file + ".json");
        try {
            JsonNode cases = new ObjectMapper().readTree(path.toFile()).get("cases");
            return StreamSupport.stream(cases.spliterator(), false);
        } catch (IOException exception) {
            throw new IllegalStateException(path.toString(), exception);
        }
    }

    /** Whether a text is given, in whichever form. */
    static boolean has(JsonNode vector, String field) {
        return Stream.of("", "_repeat", "_utf16", "_hex").anyMatch(form -> vector.has(field + form));
    }

    /** Whether Java's type for a text can carry this one: any text and null, but no bytes and no number. */
    static boolean isText(JsonNode vector, String field) {
        if (vector.has(field + "_hex")) {
            return false;
        }
        JsonNode value = vector.get(field);
        return value == null || value.isTextual() || value.isNull();
    }

    /** A text in whichever form it is given; null where it is null or not given. */
    static String text(JsonNode vector, String field) {
        JsonNode repeat = vector.get(field + "_repeat");
        if (repeat != null) {
            return repeat.get("text").asText().repeat(repeat.get("count").asInt());
        }
        JsonNode units = vector.get(field + "_utf16");
        if (units != null) {
            StringBuilder text = new StringBuilder();
            units.forEach(unit -> text.append((char) Integer.parseInt(unit.asText(), 16)));
            return text.toString();
        }
        JsonNode value = vector.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** A list of texts; null where it is null or not given. */
    static List<String> texts(JsonNode vector, String field) {
        JsonNode list = vector.get(field);
        if (list == null || list.isNull()) {
            return null;
        }
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    /** True or false; null where it is null or not given. */
    static Boolean truth(JsonNode vector, String field) {
        JsonNode value = vector.get(field);
        return value == null || value.isNull() ? null : value.asBoolean();
    }

    /** A number given as decimal text or, in a field of the same name with {@code _text}, beyond 2^53. */
    static JsonNode number(JsonNode vector, String field) {
        return vector.has(field + "_text") ? vector.get(field + "_text") : vector.get(field);
    }
}
