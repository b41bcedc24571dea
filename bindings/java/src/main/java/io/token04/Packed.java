package io.token04;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Several fields that came from the native library in one array, read in the order of {@code packed.rs}. */
final class Packed {
    private static final int NONE = -1;

    private final ByteBuffer fields;

    Packed(byte[] bytes) {
        fields = ByteBuffer.wrap(bytes);
    }

    int readInt() {
        return fields.getInt();
    }

    /** An app id, whose 32 bits Java would read as a signed number. */
    long readAppId() {
        return fields.getInt() & 0xffffffffL;
    }

    long readLong() {
        return fields.getLong();
    }

    boolean readBoolean() {
        return fields.getInt() == 1;
    }

    /** True, false, or null where it was not told. */
    Boolean readOptionalBoolean() {
        int number = fields.getInt();
        return number == NONE ? null : number == 1;
    }

    String readText() {
        int length = fields.getInt();
        String text = new String(fields.array(), fields.position(), length, StandardCharsets.UTF_8);
        fields.position(fields.position() + length);
        return text;
    }

    /** An unmodifiable list, or null where there is none. */
    <T> List<T> readList(Function<Packed, T> readItem) {
        int count = fields.getInt();
        if (count == NONE) {
            return null;
        }
        List<T> items = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            items.add(readItem.apply(this));
        }
        return Collections.unmodifiableList(items);
    }
}
