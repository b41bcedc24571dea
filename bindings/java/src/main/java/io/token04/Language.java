package io.token04;

/** The language of a {@link Report}'s texts. */
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

    /** The number in the native library; one that it refuses for null. */
    static int numberOf(Language language) {
        return language == null ? -1 : language.number;
    }
}
