package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Run with a library of its own, built to panic for one user id. */
@EnabledIfSystemProperty(named = "token04.test.panics", matches = "true")
class PanicTest {
    @Test
    void aPanicIsAnExceptionAndTheIssuerLivesOn() {
        try (Issuer issuer = Issuer.of(1, "0123456789abcdef0123456789ABCDEF")) {
            for (int time = 0; time < 100; time++) {
                Token04Exception internal = assertThrows(
                        Token04Exception.class, () -> issuer.issue("inject-panic", Duration.ofHours(1)));
                assertEquals(ErrorCode.INTERNAL, internal.errorCode());
                assertTrue(issuer.issue("user1", Duration.ofHours(1)).startsWith("04"));
            }
        }
    }
}
