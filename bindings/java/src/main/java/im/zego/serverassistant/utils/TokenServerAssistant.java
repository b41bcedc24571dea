package im.zego.serverassistant.utils;

import io.token04.Token04;
import io.token04.Token04Exception;
import org.jspecify.annotations.Nullable;

/**
 * Replaces ZEGO's class of this name: code written for it compiles unchanged and gets the same codes and messages, with
 * correct tokens, nothing on the console and no exceptions.
 *
 * <p>New code should use {@link io.token04.Issuer}, which expands the key once and throws errors as exceptions.
 */
public class TokenServerAssistant {
    /** Has no effect: this class never prints. */
    public static boolean VERBOSE = false;

    /** The key of the right to log in to a room, in a privilege payload. */
    public static final String PrivilegeKeyLogin = "1";
    /** The key of the right to publish a stream, in a privilege payload. */
    public static final String PrivilegeKeyPublish = "2";
    /** Grants a right. */
    public static final int PrivilegeEnable = 1;
    /** Denies a right. */
    public static final int PrivilegeDisable = 0;

    /** The official limit of a user id, in UTF-16 units. */
    private static final int USER_ID_LENGTH = 64;

    private TokenServerAssistant() {}

    /**
     * Issues a token.
     *
     * @param appId the app, 1 to 4294967295
     * @param userId the user who will present the token, 1 to 64 characters
     * @param secret the app's ServerSecret, 32 bytes
     * @param effectiveTimeInSeconds how long the token is valid
     * @param payload the payload, JSON text; null is the empty one
     * @return the token, or an empty one and the error
     */
    public static TokenInfo generateToken04(
            long appId, @Nullable String userId, @Nullable String secret, int effectiveTimeInSeconds,
            @Nullable String payload) {
        // The core checks in the official order. It refuses an empty text where the official class refuses a missing
        // or an overlong one.
        boolean refusedUserId = userId == null || userId.length() > USER_ID_LENGTH;
        TokenInfo result = new TokenInfo();
        try {
            result.data = Token04.generateToken04(
                    appId, refusedUserId ? "" : userId, secret == null ? "" : secret, effectiveTimeInSeconds, payload);
        } catch (Token04Exception exception) {
            result.error.fill(exception);
        } catch (LinkageError noLibrary) {
            result.error.fill(ErrorCode.OTHER, noLibrary.getMessage());
        }
        return result;
    }

    /** Why there is no token. */
    public enum ErrorCode {
        /** There is one. */
        SUCCESS(0),
        /** The app id is not 1 to 4294967295. */
        ILLEGAL_APP_ID(1),
        /** The user id is null, empty, longer than 64 characters, or not Unicode text. */
        ILLEGAL_USER_ID(3),
        /** The secret is not 32 bytes. */
        ILLEGAL_SECRET(5),
        /** The validity is not positive. */
        ILLEGAL_EFFECTIVE_TIME(6),
        /** Something else; the message says what. */
        OTHER(-1);

        /** The official number. */
        public int value;

        ErrorCode(int value) {
            this.value = value;
        }
    }

    /** What went wrong, if anything. */
    public static class ErrorInfo {
        /** {@link ErrorCode#SUCCESS} if nothing did. */
        public ErrorCode code = ErrorCode.SUCCESS;
        /** Empty if nothing did. */
        public String message = "";

        ErrorInfo() {}

        private void fill(Token04Exception exception) {
            switch (exception.errorCode()) {
                case INVALID_APP_ID:
                    fill(ErrorCode.ILLEGAL_APP_ID, "illegal appId");
                    break;
                case INVALID_USER_ID:
                    fill(ErrorCode.ILLEGAL_USER_ID, "illegal userId");
                    break;
                case INVALID_SECRET:
                    fill(ErrorCode.ILLEGAL_SECRET, "illegal secret");
                    break;
                case INVALID_TTL:
                    fill(ErrorCode.ILLEGAL_EFFECTIVE_TIME, "effectiveTimeInSeconds must > 0");
                    break;
                default:
                    fill(ErrorCode.OTHER, exception.getMessage());
            }
        }

        private void fill(ErrorCode code, String message) {
            this.code = code;
            this.message = message;
        }

        /**
         * Code and message.
         *
         * @return as JSON
         */
        @Override
        public String toString() {
            return "{\"code\": " + code.value + ", \"message\": \"" + message + "\"}";
        }
    }

    /** A token, or why there is none. */
    public static class TokenInfo {
        /** The token; empty if there is none. */
        public String data = "";
        /** What went wrong, if anything. Never null. */
        public ErrorInfo error = new ErrorInfo();

        TokenInfo() {}

        /**
         * Error and token.
         *
         * @return in the official form
         */
        @Override
        public String toString() {
            return "TokenInfo {\"error\": " + error + ", \"data\": \"" + data + "\"}";
        }
    }
}
