package bench;

import im.zego.serverassistant.utils.TokenServerAssistant;
import io.token04.Issuer;
import io.token04.Verifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What a token costs in Java: ours against javax.crypto. {@code --json} prints a line per comparison. */
final class Main {
    private static final long APP_ID = 1234567890L;
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";
    private static final String USER_ID = "user1";
    private static final Duration TTL = Duration.ofHours(1);
    private static final String AGAINST = "javax.crypto";
    private static final String ROOM =
            "{\"room_id\":\"room1\",\"privilege\":{\"1\":1,\"2\":0},\"stream_id_list\":[\"s1\",\"s2\"]}";

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        compare("plain", "", given);
        compare("room", ROOM, given);
    }

    private static void compare(String name, String payload, List<String> given) throws Exception {
        boolean json = given.contains("--json");
        InLanguage inLanguage = new InLanguage(APP_ID, SECRET);
        Contest contest = new Contest(given.contains("--brief"));
        try (Issuer issuer = new Issuer(APP_ID, SECRET); Verifier verifier = new Verifier(APP_ID, SECRET)) {
            String token = issuer.issue(USER_ID, TTL, payload);
            verifier.verify(inLanguage.issue(USER_ID, TTL.getSeconds(), payload));
            int issue = contest.enter(() -> issuer.issue(USER_ID, TTL, payload));
            int theirIssue = contest.enter(() -> inLanguage.issue(USER_ID, TTL.getSeconds(), payload));
            int dropIn = contest.enter(
                    () -> TokenServerAssistant.generateToken04(APP_ID, USER_ID, SECRET, 3600, payload));
            int verify = contest.enter(() -> verifier.verify(token));
            int theirVerify = contest.enter(() -> inLanguage.verify(token));
            contest.run();
            contest.print("issue/" + name, issue, AGAINST, theirIssue, json);
            contest.print("drop-in/" + name, dropIn, AGAINST, theirIssue, json);
            contest.print("verify/" + name, verify, AGAINST, theirVerify, json);
        }
    }
}
