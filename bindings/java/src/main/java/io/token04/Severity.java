package io.token04;

/** How bad a {@link Finding} is, the worst first. */
public enum Severity {
    /** The token will be refused, or must be replaced. */
    ERROR,
    /** The token may be refused, or does less or more than was meant. */
    WARNING,
    /** Good to know. */
    NOTE;

    static Severity ofNumber(int number) {
        return values()[number];
    }
}
