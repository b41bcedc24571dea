package io.token04;

import org.jspecify.annotations.Nullable;

/** The language of a {@link Report}'s or an {@link Explanation}'s texts. */
public enum Language {
    // begin languages (written by scripts/vocabulary.py)
    /** English. */
    EN(0),
    /** Simplified Chinese. */
    ZH(1);
    // end languages

    private final int number;

    Language(int number) {
        this.number = number;
    }

    /** The number in the native library; an invalid one for null. */
    static int numberOf(@Nullable Language language) {
        return language == null ? -1 : language.number;
    }
}
