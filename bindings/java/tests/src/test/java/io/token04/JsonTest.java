package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.mock.http.MockHttpOutputMessage;

/** Jackson and Spring write results in the shape of the program's {@code --json}. The property token04.cli names it. */
class JsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";

    /** What the program prints. */
    private static JsonNode program(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(System.getProperty("token04.cli")));
        command.addAll(List.of(arguments));
        command.add("--json");
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("ZEGO_APP_ID", "7");
        process.environment().put("ZEGO_SERVER_SECRET", SECRET);
        try (var printed = process.start().getInputStream()) {
            return JSON.readTree(printed);
        }
    }

    /** What Spring sends when a controller returns the object. */
    private static JsonNode sent(Object result) throws Exception {
        MappingJackson2HttpMessageConverter converter = new MappingJackson2HttpMessageConverter();
        assertTrue(converter.canWrite(result.getClass(), MediaType.APPLICATION_JSON));
        MockHttpOutputMessage message = new MockHttpOutputMessage();
        converter.write(result, MediaType.APPLICATION_JSON, message);
        String body = message.getBodyAsString(StandardCharsets.UTF_8);
        assertEquals(JSON.writeValueAsString(result), body);
        return JSON.readTree(body);
    }

    @Test
    void resultsHaveTheShapeOfTheProgram() throws Exception {
        try (Issuer issuer = Issuer.of(7, SECRET); Verifier verifier = Verifier.of(7, SECRET)) {
            String identity = issuer.issue("张三", Duration.ofHours(1));
            RoomPrivilege privilege = RoomPrivilege.builder("room1").publish(true).streams("s1").build();
            for (String token : List.of(
                    identity, issuer.issueRoom("user1", Duration.ofHours(1), privilege),
                    issuer.issueRoom("user1", Duration.ofHours(1), RoomPrivilege.builder("room1").build()))) {
                assertEquals(program("verify", token).get("claims"), sent(verifier.verify(token)));
                assertEquals(program("inspect", token), sent(Token04.inspect(token)));
                Question question = Question.builder().secret(SECRET).appId(7).userId("user1").build();
                Report report = Token04.diagnose(token, question);
                assertEquals(program("diagnose", token, "--user-id", "user1"), sent(report));
                assertEquals(JSON.valueToTree(report).get("findings"), sent(report.findings()));
            }
            assertThrows(UnsupportedOperationException.class, () -> verifier.verify(identity).toMap().clear());
        }
    }

    @Test
    void explanationsHaveTheShapeOfTheProgram() throws Exception {
        for (long code : List.of(50119L, 20014L, 1L)) {
            assertEquals(program("explain", Long.toString(code)).get("explanations").get(0), sent(Token04.explain(code)));
        }
    }
}
