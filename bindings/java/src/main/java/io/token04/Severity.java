package io.token04;

/** How bad a {@link Finding} is, the worst first. */
public enum Severity {
    // begin severities (written by scripts/vocabulary.py)
    /** The token will be refused, or must be replaced. */
    ERROR,
    /** The token may be refused, or allows less or more than intended. */
    WARNING,
    /** For information only. */
    NOTE;
    // end severities

    static Severity ofNumber(int number) {
        return values()[number];
    }
}
