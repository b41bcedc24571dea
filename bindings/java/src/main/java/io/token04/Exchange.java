package io.token04;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Memory that Java and the native library share, for one call at a time: the request goes in here and the response
 * comes out, without a call of JNI for either.
 *
 * <p>There is a fixed number of these. A thread takes one for the time of a call, and says for which {@link Handle}:
 * so whoever closes that handle sees the call. One for each thread would cost a virtual thread more than the one token
 * it may be there for.
 */
final class Exchange extends AtomicReference<Object> {
    private static final long serialVersionUID = 1L;

    /** The user of a call that needs no handle. */
    private static final Object NO_HANDLE = new Object();

    /** Enough for all but long payloads. */
    private static final int CAPACITY = 4096;
    /** More than this is not kept. */
    private static final int KEPT_CAPACITY = 1 << 16;
    /** Left free behind the request, for the address of a response that does not fit. */
    private static final int RESERVE = 8;

    /** Longer texts are written faster as an array. */
    private static final int SHORT = 64;

    /** What stands in a request in place of the length of a text or a list that is null. */
    private static final int NONE = -1;

    /** What the native library returns in place of the length of a response. */
    private static final int LONG = -1;
    private static final int NULL = -2;

    /** All there are, a power of two and more than threads can run at once. */
    private static final Exchange[] ALL = new Exchange[numberOfExchanges()];

    static {
        for (int index = 0; index < ALL.length; index++) {
            ALL[index] = new Exchange();
        }
    }

    private transient ByteBuffer memory;
    private transient long address;

    // Keeps two exchanges from sharing a cache line, for which their threads would fight.
    @SuppressWarnings("unused")
    private transient long gap1, gap2, gap3, gap4, gap5, gap6, gap7, gap8, gap9, gap10, gap11, gap12;

    private Exchange() {}

    private static int numberOfExchanges() {
        return Integer.highestOneBit(Math.max(64, 4 * Runtime.getRuntime().availableProcessors()));
    }

    /** Takes an exchange for a call that needs no handle. */
    static Exchange open() {
        NativeLibrary.load();
        return take(NO_HANDLE);
    }

    /** Takes an exchange for a call that uses what a handle owns, which lives until the exchange is closed. */
    static Exchange open(Handle handle) {
        // A closed handle is not named: calls that will be refused must not keep its closer waiting.
        return take(handle.address() == 0 ? NO_HANDLE : handle);
    }

    private static Exchange take(Object user) {
        int first = (int) Thread.currentThread().getId();
        for (int attempt = 0; ; attempt++) {
            Exchange exchange = ALL[(first + attempt) & (ALL.length - 1)];
            if (exchange.compareAndSet(null, user)) {
                return exchange;
            }
            if (((attempt + 1) & (ALL.length - 1)) == 0) {
                Thread.yield();
            }
        }
    }

    /** Adds a text to the request; null too. */
    Exchange write(String text) {
        if (text == null || !writeShort(text)) {
            write(text == null ? null : Text.utf8(text));
        }
        return this;
    }

    /** Adds a token to the request; null too. */
    Exchange writeToken(String token) {
        return write(token == null ? null : Text.tokenUtf8(token));
    }

    /** Adds a text that need not be Unicode to the request; null too. */
    Exchange writeAny(String text) {
        return write(text == null ? null : Text.repaired(text));
    }

    /** Adds a secret to the request; null too. The native library wipes it here, and Java's heap never has it twice. */
    Exchange writeSecret(String secret) {
        if (secret == null || !writeShort(secret)) {
            byte[] bytes = secret == null ? null : Text.utf8(secret);
            write(bytes);
            if (bytes != null) {
                Arrays.fill(bytes, (byte) 0);
            }
        }
        return this;
    }

    /** Adds a list of texts to the request; null too, for the list or in it. */
    Exchange write(List<String> texts) {
        room(Integer.BYTES).putInt(texts == null ? NONE : texts.size());
        if (texts != null) {
            for (String text : texts) {
                write(text);
            }
        }
        return this;
    }

    /** Writes short ASCII, as most ids and all secrets are, without an array between. Leaves any other text. */
    private boolean writeShort(String text) {
        int length = text.length();
        if (length > SHORT) {
            return false;
        }
        ByteBuffer target = room(Integer.BYTES + length);
        int start = target.position() + Integer.BYTES;
        for (int index = 0; index < length; index++) {
            char character = text.charAt(index);
            if (character > 0x7f) {
                return false;
            }
            target.put(start + index, (byte) character);
        }
        target.putInt(length).position(start + length);
        return true;
    }

    private Exchange write(byte[] bytes) {
        if (bytes == null) {
            room(Integer.BYTES).putInt(NONE);
        } else {
            room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
        }
        return this;
    }

    /** The memory, with room for more bytes of the request. */
    private ByteBuffer room(int bytes) {
        if (memory == null || memory.remaining() < bytes + RESERVE) {
            grow(bytes);
        }
        return memory;
    }

    private void grow(int bytes) {
        ByteBuffer old = memory;
        int written = old == null ? 0 : old.position();
        memory = ByteBuffer.allocateDirect(Math.max(CAPACITY, Math.addExact(2 * written, bytes + RESERVE)));
        address = Native.addressOf(memory);
        if (old != null) {
            old.flip();
            memory.put(old);
            // It may have held a secret.
            old.clear();
            old.put(new byte[written]);
        }
    }

    /** Where the memory lies. */
    long address() {
        return address;
    }

    /** How many bytes the request has. */
    int requestBytes() {
        return memory.position();
    }

    /** How many bytes there are for request and response. */
    int capacity() {
        return memory.capacity();
    }

    /** The response as bytes, given what the native library returned. */
    private byte[] bytes(int length) {
        if (length == LONG) {
            return Native.fetch(memory.getLong());
        }
        byte[] response = new byte[length];
        memory.get(response);
        return response;
    }

    /** The response as ASCII, which is cheapest to read as Latin-1. */
    String ascii(int length) {
        return new String(bytes(length), StandardCharsets.ISO_8859_1);
    }

    /** The response as a text of any characters. */
    String text(int length) {
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    /** The response as fields, to be read before the exchange is closed; null where there is none. */
    Packed fields(int length) {
        if (length == NULL) {
            return null;
        }
        return new Packed(length == LONG ? ByteBuffer.wrap(bytes(length)) : memory);
    }

    /** Gives the exchange back. */
    void close() {
        if (memory != null) {
            if (memory.capacity() > KEPT_CAPACITY) {
                memory = null;
            } else {
                memory.clear();
            }
        }
        lazySet(null);
    }

    /** Waits until no call that was under way uses the handle. */
    static void await(Handle handle) {
        for (Exchange exchange : ALL) {
            while (exchange.get() == handle) {
                Thread.yield();
            }
        }
    }
}
