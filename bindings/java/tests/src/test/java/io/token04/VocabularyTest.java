package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The vocabulary that every language shares: codes, modes, profiles, languages, severities and findings. */
class VocabularyTest {
    @Test
    void errorCodes() {
        assertSame("error", ErrorCode.values(), ErrorCode::number);
    }

    @Test
    void choices() {
        assertSame("mode", Mode.values(), Mode::numberOf);
        assertSame("profile", Profile.values(), Profile::numberOf);
        assertSame("language", Language.values(), Language::numberOf);
    }

    @Test
    void findings() {
        assertSame("severity", Severity.values(), Severity::ordinal);
        assertSame("finding", FindingId.values(), FindingId::ordinal);
        assertEquals(entries("finding").stream().map(entry -> entry.get("name").asText()).toList(),
                Arrays.stream(FindingId.values()).map(FindingId::toString).toList());
    }

    private static List<JsonNode> entries(String kind) {
        return Vectors.cases("vocabulary").filter(entry -> entry.get("kind").asText().equals(kind)).toList();
    }

    private static <E extends Enum<E>> void assertSame(String kind, E[] constants, Function<E, Integer> numberOf) {
        assertEquals(
                entries(kind).stream().map(entry -> entry.get("name").asText().toUpperCase(Locale.ROOT).replace('-', '_')
                        + "=" + entry.get("number").asInt()).toList(),
                Arrays.stream(constants).map(constant -> constant.name() + "=" + numberOf.apply(constant)).toList());
    }
}
