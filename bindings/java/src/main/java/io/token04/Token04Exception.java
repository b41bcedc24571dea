package io.token04;

/**
 * A call was refused. The {@linkplain #code() code} says why, for programs; the message says which argument,
 * what was wrong and what would be right, for people. Neither ever holds a secret or the content of a token.
 *
 * <pre>{@code
 * try {
 *     verifier.verify(token);
 * } catch (Token04Exception refused) {
 *     switch (refused.errorCode()) {
 *         case EXPIRED: return "log in again";
 *         default: throw refused;
 *     }
 * }
 * }</pre>
 */
public final class Token04Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The number, as the native library told it. */
    private final int code;

    /** Called by the native library. */
    Token04Exception(int code, String message) {
        super(message);
        this.code = code;
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
}
