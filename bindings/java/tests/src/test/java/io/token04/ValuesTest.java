package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What objects say of themselves, and when two are equal. */
class ValuesTest {
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void secretsAreNotShown() {
        try (Issuer issuer = Issuer.builder(7, SECRET).mode(Mode.GCM).profile(Profile.KIT).build();
                Verifier verifier = Verifier.builder(7, SECRET).previousSecret(SECRET).build()) {
            assertEquals("Issuer{appId=7, secret=[redacted], mode=GCM, profile=KIT}", issuer.toString());
            assertEquals("Verifier{appId=7, secret=[redacted], leeway=PT0S}", verifier.toString());
            assertFalse(Issuer.builder(7, SECRET).toString().contains(SECRET));
            assertFalse(Verifier.builder(7, SECRET).previousSecret(SECRET).toString().contains(SECRET));
        }
    }

    @Test
    void claimsAndHeadersOfOneTokenAreEqual() {
        try (Issuer issuer = Issuer.of(4294967295L, SECRET); Verifier verifier = Verifier.of(4294967295L, SECRET)) {
            String token = issuer.issueRoom("user1", HOUR, RoomPrivilege.builder("room1").build());
            Claims claims = verifier.verify(token);
            assertEquals(4294967295L, claims.appId());
            assertEquals(claims, verifier.verify(token));
            assertEquals(claims.hashCode(), verifier.verify(token).hashCode());
            assertNotEquals(claims, verifier.verify(issuer.issue("user1", HOUR)));
            assertEquals(claims.privilege(), claims.privilege());
            assertEquals(claims.privilege().hashCode(), claims.privilege().hashCode());
            assertEquals(
                    "Privilege{roomId=room1, login=true, publish=false, streams=null}", claims.privilege().toString());
            assertEquals(Token04.inspect(token), Token04.inspect(token));
            assertNotEquals(Token04.inspect(token), Token04.inspect(issuer.issue("user1", HOUR)));
            assertEquals(true, claims.toString().contains("userId=user1"));
        }
    }

    @Test
    void privilegesAreValues() {
        List<String> streams = new ArrayList<>(List.of("s1"));
        RoomPrivilege.Builder builder = RoomPrivilege.builder("room1").streams(streams);
        RoomPrivilege privilege = builder.build();
        streams.add("s2");
        assertEquals(List.of("s1"), privilege.streams());
        assertThrows(UnsupportedOperationException.class, () -> privilege.streams().add("s2"));
        assertEquals(privilege, RoomPrivilege.builder("room1").streams("s1").build());
        assertEquals(privilege.hashCode(), RoomPrivilege.builder("room1").streams("s1").build().hashCode());
        assertNotEquals(privilege, builder.publish(true).build());
        assertNull(builder.streams((List<String>) null).build().streams());
        assertEquals("RoomPrivilege{roomId=room1, login=true, publish=false, streams=[s1]}", privilege.toString());
    }

    @Test
    void aKitUserWithoutANameIsShownUnderTheUserId() {
        try (Issuer issuer = Issuer.of(7, SECRET)) {
            KitToken read = Kit.decode(issuer.kitToken("user1", HOUR, "room1"));
            assertEquals(new KitUser(7, "user1", "room1", "user1"), read.user());
            assertEquals(read, Kit.decode(Kit.encode(read.token(), new KitUser(7, "user1", "room1"))));
            assertEquals("张三", Kit.decode(issuer.kitToken("user1", HOUR, "room1", "张三", "")).user().userName());
            assertEquals("KitUser{appId=7, userId=user1, roomId=room1, userName=user1}", read.user().toString());
        }
    }

    @Test
    void profilesLimitAndRotatedSecretsVerify() {
        String newSecret = "x".repeat(32);
        try (Issuer old = Issuer.of(7, SECRET);
                Issuer limited = Issuer.builder(7, newSecret).profile(Profile.ZIM).build();
                Verifier verifier = Verifier.builder(7, newSecret).previousSecret(SECRET).build()) {
            assertEquals("user1", verifier.verify(old.issue("user1", HOUR)).userId());
            assertEquals("user1", verifier.verify(limited.issue("user1", HOUR)).userId());
            assertEquals(6, assertThrows(
                    Token04Exception.class, () -> limited.issue("user1", Duration.ofDays(25))).code());
        }
    }

    @Test
    void leewayForgivesWhatHasJustEnded() {
        try (Issuer issuer = Issuer.of(7, SECRET);
                Verifier lenient = Verifier.builder(7, SECRET).leeway(Duration.ofSeconds(5)).build()) {
            String token = issuer.issue("user1", HOUR);
            Instant end = Token04.inspect(token).expiresAt();
            assertEquals("user1", lenient.verify(token, Login.builder().now(end.plusSeconds(4)).build()).userId());
            assertEquals(204, assertThrows(
                    Token04Exception.class, () -> lenient.verify(token, Login.builder().now(end.plusSeconds(5)).build())).code());
        }
    }
}
