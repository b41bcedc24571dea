package example;

import im.zego.serverassistant.utils.TokenServerAssistant;
import im.zego.serverassistant.utils.TokenServerAssistant.ErrorCode;
import im.zego.serverassistant.utils.TokenServerAssistant.ErrorInfo;
import im.zego.serverassistant.utils.TokenServerAssistant.TokenInfo;

/**
 * Code written for ZEGO's own class: nothing has changed but the jar that the class comes from.
 *
 * <pre>
 * export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef
 * mvn -q compile exec:java -Dexec.mainClass=example.MovingOver
 * </pre>
 */
public final class MovingOver {
    private MovingOver() {}

    public static void main(String[] arguments) {
        TokenServerAssistant.VERBOSE = false;
        for (String userId : new String[] {"user1", ""}) {
            TokenInfo info = tokenFor(userId);
            if (info.error == null || info.error.code == ErrorCode.SUCCESS) {
                System.out.println(info.data);
            } else {
                System.out.println(info.error + ": " + reason(info.error));
            }
        }
    }

    /** A privilege token for one room, as the official sample makes it. */
    private static TokenInfo tokenFor(String userId) {
        String payload = "{\"room_id\":\"room1\",\"privilege\":{"
                + "\"" + TokenServerAssistant.PrivilegeKeyLogin + "\":" + TokenServerAssistant.PrivilegeEnable + ","
                + "\"" + TokenServerAssistant.PrivilegeKeyPublish + "\":" + TokenServerAssistant.PrivilegeDisable
                + "},\"stream_id_list\":null}";
        return TokenServerAssistant.generateToken04(
                Long.parseLong(System.getenv("ZEGO_APP_ID")), userId, System.getenv("ZEGO_SERVER_SECRET"), 3600, payload);
    }

    private static String reason(ErrorInfo error) {
        switch (error.code) {
            case ILLEGAL_APP_ID:
                return "the AppID is a number from the console";
            case ILLEGAL_USER_ID:
                return "the user id has 1 to 64 characters";
            case ILLEGAL_SECRET:
                return "the ServerSecret has 32 characters";
            case ILLEGAL_EFFECTIVE_TIME:
                return "the validity is a positive number of seconds";
            default:
                return "code " + error.code.value;
        }
    }
}
