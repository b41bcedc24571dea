package example;

import io.token04.Issuer;
import io.token04.Kit;
import io.token04.Login;
import io.token04.Profile;
import io.token04.RoomPrivilege;
import io.token04.Token04;
import io.token04.Token04Exception;
import io.token04.Verifier;
import java.time.Duration;
import java.time.Instant;

/**
 * What an app's server does with tokens: issue them, check them, and handle errors.
 *
 * <pre>
 * export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef
 * mvn -q compile exec:java -Dexec.mainClass=example.MakeTokens
 * </pre>
 */
public final class MakeTokens {
    private static final Duration DAY = Duration.ofDays(1);

    private MakeTokens() {}

    public static void main(String[] arguments) {
        String appId = System.getenv("ZEGO_APP_ID");
        String secret = System.getenv("ZEGO_SERVER_SECRET");
        if (appId == null || secret == null) {
            System.err.println("set ZEGO_APP_ID and ZEGO_SERVER_SECRET: they are in the ZEGO console");
            System.exit(1);
        }
        // A server creates both once, when it starts, and all its threads share them.
        try (Issuer issuer = Issuer.builder(Long.parseLong(appId), secret).profile(Profile.RTC).build();
                Verifier verifier = Verifier.builder(Long.parseLong(appId), secret)
                        .leeway(Duration.ofSeconds(5)).build()) {
            makeAndCheck(issuer, verifier);
        }
    }

    private static void makeAndCheck(Issuer issuer, Verifier verifier) {
        // Your own login has authenticated the user.
        String userId = "user1";

        String identity = issuer.issue(userId, DAY);
        System.out.println("for any room:          " + identity);

        RoomPrivilege room = RoomPrivilege.builder("room1").publish(true).streams("camera1").build();
        String privilege = issuer.issueRoom(userId, DAY, room);
        System.out.println("for room1 only:        " + privilege);

        String kitToken = issuer.kitToken(userId, DAY, "room1", "Alice");
        System.out.println("for UIKit for the web: " + kitToken);

        // Without requirePrivilege, an identity token would open every room.
        Login login = Login.builder().userId(userId).roomId("room1").publish(true).requirePrivilege(true).build();
        System.out.println("it says:               " + verifier.verify(privilege, login).privilege());
        System.out.println("the kit will show:     " + Kit.decode(kitToken).user().userName());

        // Every failure is a Token04Exception with a code.
        Instant tomorrow = Token04.inspect(identity).expiresAt().plusSeconds(60);
        try {
            verifier.verify(identity, Login.builder().now(tomorrow).build());
        } catch (Token04Exception refused) {
            System.out.println("in a day:              " + refused.code() + " " + refused.getMessage());
        }
        try {
            issuer.issue("not an id for Express", DAY);
        } catch (Token04Exception refused) {
            System.out.println("a bad user id:         " + refused.code() + " " + refused.getMessage());
        }
    }
}
