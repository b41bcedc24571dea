package io.token04;

import java.nio.charset.StandardCharsets;

/** Text on its way to the native library. */
final class Text {
    private Text() {}

    /**
     * A text as UTF-8. Half of a surrogate pair, which Java would silently turn into a question mark, becomes what is
     * no UTF-8 either, and the core refuses it.
     */
    static byte[] utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // Both directions are intrinsics of the Java VM: faster than a look at each character.
        return new String(bytes, StandardCharsets.UTF_8).equals(text) ? bytes : new byte[] {(byte) 0xff};
    }

    /**
     * A token as UTF-8. No token holds a question mark, so it may stand for half of a surrogate pair: the core refuses
     * either. Not so behind a {@code #}, where a kit token has what the core does not look at.
     */
    static byte[] tokenUtf8(String token) {
        return token.indexOf('#') < 0 ? token.getBytes(StandardCharsets.UTF_8) : utf8(token);
    }

    /** A text in which the replacement character stands for each half of a surrogate pair. */
    static String repaired(String text) {
        // Whole pairs are one code point for a pattern, so this finds only the halves.
        return text.replaceAll("\\p{Cs}", "\ufffd");
    }

    /** ASCII, which is cheapest to read as Latin-1. */
    static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
