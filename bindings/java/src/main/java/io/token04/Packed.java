package io.token04;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** A response of several fields, read in the order in which {@code response.rs} wrote them. */
final class Packed {
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
        byte[] text = new byte[fields.getInt()];
        fields.get(text);
        return new String(text, StandardCharsets.UTF_8);
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
