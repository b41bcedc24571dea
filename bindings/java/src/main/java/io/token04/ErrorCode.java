package io.token04;

/**
 * Why a call failed. The numbers are the same in every language of token04. They never change and are never reused; a later
 * version may add some.
 */
public enum ErrorCode {
    // begin error codes (written by scripts/vocabulary.py)
    /** The app id is not 1 to 4294967295. */
    INVALID_APP_ID(1),
    /** The user id is empty, not Unicode text, or outside the profile. */
    INVALID_USER_ID(3),
    /** The secret is not 32 bytes of UTF-8 text. */
    INVALID_SECRET(5),
    /**
     * The ttl is not a whole number of seconds, is less than 1 or outside the profile, or the expiry does not
     * fit.
     */
    INVALID_TTL(6),
    /** The body of the token would be longer than 65519 bytes. */
    TOO_LONG(101),
    /** A room id or a stream id is missing, not Unicode text, or outside the limits. */
    INVALID_ROOM(102),
    /** The operating system provided no random bytes. */
    RANDOM_UNAVAILABLE(103),
    /** The payload is not Unicode text, or outside the profile. */
    INVALID_PAYLOAD(104),
    /** The text is not a Token04. */
    MALFORMED(201),
    /**
     * The token cannot be opened: wrong secret, damaged, or no Token04 body inside; one error for all of
     * these, so that it tells an attacker nothing.
     */
    UNDECIPHERABLE(202),
    /** The token has expired. */
    EXPIRED(204),
    /** The token was made for another app id. */
    WRONG_APP_ID(205),
    /** The token was made for another user id. */
    WRONG_USER_ID(206),
    /** The envelope and the body have different expiry times. */
    EXPIRE_MISMATCH(207),
    /** The token does not permit the expected room, stream or right. */
    NOT_PERMITTED(208),
    /** An argument is invalid: a null, a value of the wrong type, an unknown option, or a closed object. */
    INVALID_ARGUMENT(901),
    /** The caller's buffer is too small for the result; only in C. */
    BUFFER_TOO_SMALL(902),
    /** A defect of this library, caught at its boundary; the library can still be used. Please report it. */
    INTERNAL(903);
    // end error codes

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
