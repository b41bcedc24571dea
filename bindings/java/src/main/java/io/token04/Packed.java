package io.token04;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A response of several fields, read in the order in which {@code response.rs} wrote them. */
final class Packed {
    /** In place of the length of what is null, or of a truth value that is. */
    private static final int NONE = -1;

    private final ByteBuffer fields;

    Packed(ByteBuffer fields) {
        this.fields = fields;
    }

    int readInt() {
        return fields.getInt();
    }

    /** An app id, whose 32 bits Java would read as a signed number. */
    long readAppId() {
        return Integer.toUnsignedLong(fields.getInt());
    }

    long readLong() {
        return fields.getLong();
    }

    boolean readBoolean() {
        return fields.getInt() == 1;
    }

    @Nullable Boolean readOptionalBoolean() {
        int number = fields.getInt();
        return number == NONE ? null : number == 1;
    }

    String readText() {
        return read(fields.getInt(), StandardCharsets.UTF_8);
    }

    @Nullable String readOptionalText() {
        int length = fields.getInt();
        return length == NONE ? null : read(length, StandardCharsets.UTF_8);
    }

    /** A text of ASCII, which is read fastest as Latin-1. */
    String readAscii() {
        return read(fields.getInt(), StandardCharsets.ISO_8859_1);
    }

    private String read(int length, Charset charset) {
        byte[] text = new byte[length];
        fields.get(text);
        return new String(text, charset);
    }

    /** An unmodifiable list. */
    <T> List<T> readList(Function<Packed, T> readItem) {
        return readItems(fields.getInt(), readItem);
    }

    /** An unmodifiable list, or null. */
    <T> @Nullable List<T> readOptionalList(Function<Packed, T> readItem) {
        int count = fields.getInt();
        return count == NONE ? null : readItems(count, readItem);
    }

    private <T> List<T> readItems(int count, Function<Packed, T> readItem) {
        List<T> items = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            items.add(readItem.apply(this));
        }
        return Collections.unmodifiableList(items);
    }
}
