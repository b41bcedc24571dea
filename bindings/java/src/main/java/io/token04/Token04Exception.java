package io.token04;

import java.util.OptionalInt;

/**
 * Why a call failed. The {@linkplain #errorCode() code} is for programs; the message is for people: it names the argument,
 * what is wrong with it and what is expected. Neither ever holds a secret or the content of a token.
 *
 * <pre>{@code
 * try {
 *     verifier.verify(token);
 * } catch (Token04Exception exception) {
 *     switch (exception.errorCode()) {
 *         case EXPIRED: return "log in again";
 *         default: throw exception;
 *     }
 * }
 * }</pre>
 */
public final class Token04Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The number from the native library. */
    private final int code;

    /** The index of a user; negative for none. */
    private final int index;

    /** Called by the native library. */
    Token04Exception(int code, String message, int index) {
        super(message);
        this.code = code;
        this.index = index;
    }

    /**
     * The reason as a number, the same in every language.
     *
     * @return the number of the {@link #errorCode()}
     */
    public int code() {
        return code;
    }

    /**
     * The reason as a constant.
     *
     * @return the constant
     */
    public ErrorCode errorCode() {
        return ErrorCode.ofNumber(code);
    }

    /**
     * The index of the user that the error is about, in the list of {@link Issuer#issueMany}.
     *
     * @return the index of the first user for whom no token can be issued; empty for any other error
     */
    public OptionalInt index() {
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
