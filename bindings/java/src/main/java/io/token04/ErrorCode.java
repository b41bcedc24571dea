package io.token04;

/** Why a call failed. The numbers are the same in every language, never change and are never reused. */
public enum ErrorCode {
    /** The app id is not 1 to 4294967295. */
    INVALID_APP_ID(1),
    /** The user id is empty, holds half of a surrogate pair, or is outside the profile. */
    INVALID_USER_ID(3),
    /** The secret is not 32 bytes of UTF-8. */
    INVALID_SECRET(5),
    /** The validity is null, zero, negative, not whole seconds, outside the profile, or ends too late. */
    INVALID_TTL(6),
    /** The body of the token would be longer than 65,519 bytes. */
    TOO_LONG(101),
    /** A room id or a stream id is missing or outside the limits. */
    INVALID_ROOM(102),
    /** The operating system gave no random bytes. */
    RANDOM_UNAVAILABLE(103),
    /** The payload holds half of a surrogate pair, or is outside the profile. */
    INVALID_PAYLOAD(104),
    /** The text is not a Token04. */
    MALFORMED(201),
    /** The token does not open: another secret, damaged, or no Token04 inside. One error for all of these. */
    UNDECIPHERABLE(202),
    /** The token's validity has ended. */
    EXPIRED(204),
    /** The token was made for another app id. */
    WRONG_APP_ID(205),
    /** The token was made for another user id. */
    WRONG_USER_ID(206),
    /** The envelope and the body of the token name different ends. */
    EXPIRE_MISMATCH(207),
    /** The token does not permit the room, the stream or the right that is expected. */
    NOT_PERMITTED(208),
    /** An argument is of no use: a null user id, secret or token, a negative leeway, a closed object. */
    INVALID_ARGUMENT(901),
    /** A buffer is too small. Does not occur in Java. */
    BUFFER_TOO_SMALL(902),
    /** A defect of this library. */
    INTERNAL(903);

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    /**
     * The number of this code.
     *
     * @return the number that every language shows
     */
    public int number() {
        return number;
    }

    static ErrorCode ofNumber(int number) {
        for (ErrorCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        return INTERNAL;
    }
}
