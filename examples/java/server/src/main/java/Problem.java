/** A refusal, answered as RFC 9457 has it, with the error code that all token04 libraries share. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    final int status;
    final int code;

    Problem(int status, int code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }
}
