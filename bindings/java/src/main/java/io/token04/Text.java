package io.token04;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Text on its way to the native library and back. */
final class Text {
    private Text() {}

    /**
     * A text as UTF-8. Half of a surrogate pair, which Java would silently turn into a question mark, becomes
     * what is no UTF-8 either and the core refuses.
     */
    static byte[] utf8(String text) {
        if (text == null) {
            return null;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // Both directions are intrinsics of the Java VM: faster than a look at each character.
        return new String(bytes, StandardCharsets.UTF_8).equals(text) ? bytes : new byte[] {(byte) 0xff};
    }

    static byte[][] utf8(List<String> texts) {
        if (texts == null) {
            return null;
        }
        byte[][] all = new byte[texts.size()][];
        for (int index = 0; index < all.length; index++) {
            all[index] = utf8(texts.get(index));
        }
        return all;
    }

    /** Clears a secret that has gone over; null is nothing to clear. */
    static void wipe(byte[] secret) {
        if (secret != null) {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** ASCII, which is cheapest to read as Latin-1. */
    static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
