package bench;

import im.zego.serverassistant.utils.TokenServerAssistant;
import io.token04.Issuer;
import io.token04.Profile;
import io.token04.RoomPrivilege;
import io.token04.Verifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a token costs in Java: ours against javax.crypto. {@code --json} prints a line per comparison; {@code --brief}
 * only shows that the benchmark works.
 */
final class Main {
    private static final long APP_ID = 1234567890L;
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";
    /** Several, so that the compiler cannot work any of it out beforehand. */
    private static final String[] USER_IDS = {"user1", "user2", "user3", "user4", "user5", "user6", "user7", "user8"};
    private static final Duration TTL = Duration.ofHours(1);
    private static final String ROOM =
            "{\"room_id\":\"room1\",\"privilege\":{\"1\":1,\"2\":0},\"stream_id_list\":[\"s1\",\"s2\"]}";

    /** The users of one issueMany. */
    private static final int MANY = 1000;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        compare("plain", "", given);
        compare("room", ROOM, given);
        compareRoom("none", null, given);
        compareRoom("rtc", Profile.RTC, given);
        compareMany(given);
        if (!given.contains("--json")) {
            LoadTime.print(given.contains("--brief"));
        }
    }

    private static int turn;

    private static String userId() {
        return USER_IDS[turn++ & 7];
    }

    private static Map<String, InLanguage> others() {
        Map<String, InLanguage> others = new LinkedHashMap<>();
        others.put("javax.crypto", new Documented(APP_ID, SECRET));
        others.put("javax.crypto, every trick", new EveryTrick(APP_ID, SECRET));
        return others;
    }

    private static void compare(String name, String payload, List<String> given) throws Exception {
        boolean json = given.contains("--json");
        long seconds = TTL.getSeconds();
        Map<String, InLanguage> others = others();
        Contest contest = new Contest(given.contains("--brief"));
        try (Issuer issuer = Issuer.of(APP_ID, SECRET); Verifier verifier = Verifier.of(APP_ID, SECRET)) {
            String token = issuer.issue(USER_IDS[0], TTL, payload);
            int issue = contest.enter(() -> issuer.issue(userId(), TTL, payload));
            int dropIn = contest.enter(
                    () -> TokenServerAssistant.generateToken04(APP_ID, userId(), SECRET, 3600, payload));
            int verify = contest.enter(() -> verifier.verify(token));
            Map<String, int[]> theirs = new LinkedHashMap<>();
            others.forEach((way, other) -> theirs.put(way, new int[] {
                contest.enter(() -> other.issue(userId(), seconds, payload)),
                contest.enter(() -> other.verify(token))
            }));
            for (InLanguage other : others.values()) {
                verifier.verify(other.issue(userId(), seconds, payload));
            }
            contest.run();
            theirs.forEach((way, numbers) -> {
                contest.print("issue/" + name, issue, way, numbers[0], json);
                contest.print("drop-in/" + name, dropIn, way, numbers[0], json);
                contest.print("verify/" + name, verify, way, numbers[1], json);
            });
        }
    }

    /** Our issueRoom against the others with the same payload, written by hand for each token. */
    private static void compareRoom(String name, Profile profile, List<String> given) throws Exception {
        long seconds = TTL.getSeconds();
        List<String> streams = List.of("s1", "s2");
        RoomPrivilege privilege = RoomPrivilege.builder("room1").streams(streams).build();
        Map<String, InLanguage> others = others();
        Contest contest = new Contest(given.contains("--brief"));
        try (Issuer issuer = Issuer.builder(APP_ID, SECRET).profile(profile).build()) {
            int ours = contest.enter(() -> issuer.issueRoom(userId(), TTL, privilege));
            Map<String, Integer> theirs = new LinkedHashMap<>();
            others.forEach((way, other) -> theirs.put(way, contest.enter(
                    () -> other.issue(userId(), seconds, roomPayload("room1", true, false, streams)))));
            contest.run();
            theirs.forEach((way, number) -> contest.print(
                    "issue-room/" + name, ours, way, number, given.contains("--json")));
        }
    }

    private static String roomPayload(String roomId, boolean login, boolean publish, List<String> streams) {
        StringBuilder json = new StringBuilder(128).append("{\"room_id\":");
        EveryTrick.quote(roomId, json);
        json.append(",\"privilege\":{\"1\":").append(login ? 1 : 0).append(",\"2\":").append(publish ? 1 : 0);
        json.append("},\"stream_id_list\":[");
        for (int index = 0; index < streams.size(); index++) {
            if (index > 0) {
                json.append(',');
            }
            EveryTrick.quote(streams.get(index), json);
        }
        return json.append("]}").toString();
    }

    /** Our issueMany against a call for each user, per token. */
    private static void compareMany(List<String> given) throws Exception {
        long seconds = TTL.getSeconds();
        List<String> userIds = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            userIds.add("user" + number);
        }
        Contest contest = new Contest(given.contains("--brief"));
        try (Issuer issuer = Issuer.of(APP_ID, SECRET)) {
            int ours = contest.enter(() -> issuer.issueMany(userIds, TTL));
            Map<String, Integer> theirs = new LinkedHashMap<>();
            others().forEach((way, other) -> theirs.put(way, contest.enter(() -> {
                List<String> tokens = new ArrayList<>(MANY);
                for (String userId : userIds) {
                    tokens.add(other.issue(userId, seconds, ""));
                }
                return tokens;
            })));
            contest.run(MANY);
            theirs.forEach((way, number) -> contest.print(
                    "batch/plain", ours, way, number, given.contains("--json")));
        }
    }
}
