package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import im.zego.serverassistant.utils.TokenServerAssistant;
import im.zego.serverassistant.utils.TokenServerAssistant.ErrorCode;
import im.zego.serverassistant.utils.TokenServerAssistant.TokenInfo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stand-in for the official class. */
class DropInTest {
    private static final long APP_ID = 1234567890L;
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";

    private static void refused(ErrorCode code, String message, TokenInfo info) {
        assertEquals(code, info.error.code);
        assertEquals(message, info.error.message);
        assertEquals("", info.data);
    }

    private static TokenInfo generate(long appId, String userId, String secret, int seconds, String payload) {
        return TokenServerAssistant.generateToken04(appId, userId, secret, seconds, payload);
    }

    @Test
    void aTokenIsMade() {
        TokenInfo info = generate(APP_ID, "user1", SECRET, 3600, "");
        assertEquals(ErrorCode.SUCCESS, info.error.code);
        assertEquals("", info.error.message);
        try (Verifier verifier = Verifier.of(APP_ID, SECRET)) {
            Claims claims = verifier.verify(info.data);
            assertEquals("user1", claims.userId());
            assertEquals(3600, claims.expire() - claims.ctime());
            assertEquals("", verifier.verify(generate(APP_ID, "user1", SECRET, 1, null).data).payload());
        }
        assertEquals(
                "TokenInfo {\"error\": {\"code\": 0, \"message\": \"\"}, \"data\": \"" + info.data + "\"}", info.toString());
    }

    @Test
    void codesAndMessagesAreTheOfficialOnesInTheOfficialOrder() {
        for (long appId : new long[] {0, -1, 1L << 32, Long.MIN_VALUE}) {
            refused(ErrorCode.ILLEGAL_APP_ID, "illegal appId", generate(appId, null, null, 0, null));
        }
        for (String userId : new String[] {null, "", new String(""), "u".repeat(65), "u\ud800"}) {
            refused(ErrorCode.ILLEGAL_USER_ID, "illegal userId", generate(APP_ID, userId, null, 0, null));
        }
        for (String secret : new String[] {null, "", "x".repeat(31), "é" + "x".repeat(31), "x".repeat(31) + "\ud800"}) {
            refused(ErrorCode.ILLEGAL_SECRET, "illegal secret", generate(APP_ID, "user1", secret, 0, null));
        }
        for (int seconds : new int[] {0, -1, Integer.MIN_VALUE}) {
            refused(ErrorCode.ILLEGAL_EFFECTIVE_TIME, "effectiveTimeInSeconds must > 0",
                    generate(APP_ID, "user1", SECRET, seconds, "\ud800"));
        }
    }

    @Test
    void whatHasNoOfficialCodeIsOtherWithOurMessage() {
        refused(ErrorCode.OTHER, "payload must be valid Unicode text", generate(APP_ID, "user1", SECRET, 1, "\ud800"));
        TokenInfo info = generate(APP_ID, "user1", SECRET, 1, "p".repeat(70_000));
        assertEquals(ErrorCode.OTHER, info.error.code);
        assertTrue(info.error.message.contains("65519"), info.error.message);
        assertEquals("", info.data);
    }

    @Test
    void sixtyFourUtf16UnitsAreALegalUserId() {
        assertEquals(ErrorCode.SUCCESS, generate(APP_ID, "😀".repeat(32), SECRET, 1, "").error.code);
        assertEquals(ErrorCode.SUCCESS, generate(APP_ID, "房".repeat(64), SECRET, 1, "").error.code);
        assertEquals(ErrorCode.ILLEGAL_USER_ID, generate(APP_ID, "😀".repeat(33), SECRET, 1, "").error.code);
    }

    @Test
    void numbersAndConstantsAreTheOfficialOnes() {
        Map<ErrorCode, Integer> numbers = Map.of(
                ErrorCode.SUCCESS, 0, ErrorCode.ILLEGAL_APP_ID, 1, ErrorCode.ILLEGAL_USER_ID, 3,
                ErrorCode.ILLEGAL_SECRET, 5, ErrorCode.ILLEGAL_EFFECTIVE_TIME, 6, ErrorCode.OTHER, -1);
        assertEquals(numbers.size(), ErrorCode.values().length);
        numbers.forEach((code, number) -> assertEquals(number, code.value));
        assertEquals("1", TokenServerAssistant.PrivilegeKeyLogin);
        assertEquals("2", TokenServerAssistant.PrivilegeKeyPublish);
        assertEquals(1, TokenServerAssistant.PrivilegeEnable);
        assertEquals(0, TokenServerAssistant.PrivilegeDisable);
        assertFalse(TokenServerAssistant.VERBOSE);
    }

    @Test
    void nothingIsPrintedVerboseOrNot() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true));
        System.setErr(new PrintStream(printed, true));
        TokenServerAssistant.VERBOSE = true;
        try {
            generate(APP_ID, "user1", SECRET, 3600, "");
            generate(0, "user1", SECRET, 3600, "");
        } finally {
            TokenServerAssistant.VERBOSE = false;
            System.setOut(out);
            System.setErr(err);
        }
        assertEquals(0, printed.size(), printed.toString());
    }
}
