package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Responses are read in the format of {@code wire.json}; each text holds its field's name, each number its place. */
class WireTest {
    private final JsonNode types = responses();
    private final ByteBuffer memory = ByteBuffer.allocate(1 << 12);

    private static JsonNode responses() {
        try {
            return new ObjectMapper().readTree(Path.of("wire.json").toFile()).get("responses");
        } catch (java.io.IOException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private void write(String type, String name) {
        String[] parts = type.split(" ", 2);
        switch (parts[0]) {
            case "int", "bool", "bool?" -> memory.putInt(1);
            case "long" -> memory.putLong(1000 + memory.position());
            case "text", "text?" -> memory.putInt(name.length()).put(name.getBytes(StandardCharsets.US_ASCII));
            case "list", "list?", "option" -> {
                memory.putInt(1);
                write(parts[1], name);
            }
            default -> types.get(type).forEach(field -> write(field.get(1).asText(), field.get(0).asText()));
        }
    }

    private <T> T read(String type, Function<Packed, T> constructor) {
        memory.clear();
        write(type, "");
        memory.flip();
        T read = constructor.apply(new Packed(memory));
        assertEquals(0, memory.remaining(), type);
        return read;
    }

    @Test
    void responsesAreReadAsWritten() {
        Claims claims = read("Claims", Claims::new);
        assertEquals(List.of(1L, "user_id", 1004L, 1012L, 1020L, "payload"), List.of(
                claims.appId(), claims.userId(), claims.nonce(), claims.ctime(), claims.expire(), claims.payload()));
        assertEquals(
                "Header{version=version, mode=GCM, expiresAt=1015, expired=true, ivBytes=1, ciphertextBytes=1}",
                read("Header", Header::new).toString());
        assertEquals("Privilege{roomId=room_id, login=true, publish=true, streams=[streams]}",
                read("Privilege", Privilege::new).toString());
        assertEquals("KitToken{token=token, user=KitUser{appId=1, userId=user_id, roomId=room_id, userName=user_name}}",
                read("KitToken", KitToken::new).toString());
    }

    @Test
    void reportsAndExplanationsAreReadAsWritten() {
        Report report = read("Report", Report::new);
        Finding finding = report.findings().get(0);
        assertEquals(List.of(FindingId.values()[1], Severity.WARNING, "message", "fix", List.of(1)), List.of(
                finding.id(), finding.severity(), finding.message(), finding.fix(), finding.clientCodes()));
        assertEquals("user_id", report.claims().userId());
        Explanation explanation = read("Explanation", Explanation::new);
        assertEquals(List.of("product", "meaning", List.of(FindingId.values()[1]), List.of("checks"), "next",
                "undocumented", "text"), List.of(explanation.product(), explanation.meaning(), explanation.causes(),
                explanation.checks(), explanation.next(), explanation.undocumented(), explanation.toString()));
        assertEquals(1000, explanation.code());
    }
}
