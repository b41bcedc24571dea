package io.token04;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text on its way to the native library. */
final class Text {
    private Text() {}

    /**
     * A text as UTF-8. With half of a surrogate pair, which Java would silently turn into a question mark, the result is
     * not valid UTF-8, and the core refuses it.
     */
    static byte[] utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // Both directions are intrinsics of the Java VM: faster than a look at each character.
        return new String(bytes, StandardCharsets.UTF_8).equals(text) ? bytes : new byte[] {(byte) 0xff};
    }

    /**
     * A token as UTF-8. No token contains a question mark, so it may replace half of a surrogate pair: the core refuses
     * either. After a {@code #}, where the core does not look, it may not.
     */
    static byte[] tokenUtf8(String token) {
        return token.indexOf('#') < 0 ? token.getBytes(StandardCharsets.UTF_8) : utf8(token);
    }

    /** A text with the replacement character in place of each half of a surrogate pair. */
    static String repaired(String text) {
        // Whole pairs are one code point for a pattern, so this finds only the halves.
        return text.replaceAll("\\p{Cs}", "\ufffd");
    }

    /** The name of a constant, as JSON has it. */
    static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** ASCII, which is read fastest as Latin-1. */
    static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
