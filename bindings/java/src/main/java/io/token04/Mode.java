package io.token04;

import org.jspecify.annotations.Nullable;

/** How the body of a token is encrypted. Verifiers detect it. */
public enum Mode {
    // begin modes (written by scripts/vocabulary.py)
    /** AES-256-CBC, which every official decoder accepts. It cannot prove that nobody changed the token. */
    CBC(0),
    /** AES-256-GCM, which detects any change. Use it for at most 2^32 tokens per secret. */
    GCM(1);
    // end modes

    private final int number;

    Mode(int number) {
        this.number = number;
    }

    /** The number in the native library; an invalid one for null. */
    static int numberOf(@Nullable Mode mode) {
        return mode == null ? -1 : mode.number;
    }

    static Mode ofNumber(int number) {
        return number == GCM.number ? GCM : CBC;
    }
}
