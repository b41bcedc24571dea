package io.token04;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Memory that Java and the native library share for one call at a time: for the request, and for the response, so that
 * neither needs a call of JNI. {@code tests/wire.json} describes their format.
 *
 * <p>There is a fixed number of these. A thread takes one for the time of a call, and enters the {@link Handle} that the
 * call uses, so that closing the handle can wait for the call. An exchange for each thread would cost a virtual thread more
 * than the one token that it may issue.
 */
final class Exchange {

    /** The user of a call that needs no handle. */
    private static final Object NO_HANDLE = new Object();

    /** The initial length: enough for all but long payloads. */
    private static final int CAPACITY = 4096;
    /** Longer memory is not kept. */
    private static final int KEPT_CAPACITY = 1 << 16;
    /** Kept free after the request, for the address of a response that does not fit. */
    private static final int RESERVE = 8;

    /** Longer texts are faster to write as an array. */
    private static final int SHORT = 64;

    /** Most calls end while a waiting thread yields this often; then it pauses. */
    private static final int YIELDS = 100;
    private static final long PAUSE_NANOS = 50_000;

    /** In a request, in place of the length of a text or a list that is null. */
    private static final int NONE = -1;

    /** In place of the length of a response: it did not fit; it is null. */
    private static final int LONG = -1;
    private static final int NULL = -2;

    /** All exchanges: a power of two, and more than threads can run at once. */
    private static final Exchange[] ALL = new Exchange[numberOfExchanges()];

    /** From one user to the next: at least a cache line and its neighbour, so that threads do not share one. */
    private static final int STRIDE = 32;

    /** Who uses an exchange now: a handle, {@link #NO_HANDLE}, or null if the exchange is free. */
    private static final AtomicReferenceArray<@Nullable Object> USERS =
            new AtomicReferenceArray<>(ALL.length * STRIDE);

    static {
        for (int index = 0; index < ALL.length; index++) {
            ALL[index] = new Exchange(index * STRIDE);
        }
    }

    /** The index of this exchange's user. */
    private final int user;
    private @Nullable ByteBuffer memory;
    private long address;

    private Exchange(int user) {
        this.user = user;
    }

    private static int numberOfExchanges() {
        return Integer.highestOneBit(Math.max(64, 4 * Runtime.getRuntime().availableProcessors()));
    }

    /** Takes an exchange for a call that needs no handle. */
    static Exchange open() {
        NativeLibrary.load();
        return take(NO_HANDLE);
    }

    /** Takes an exchange for a call that uses what a handle owns, which is not freed before the exchange is closed. */
    static Exchange open(Handle handle) {
        // Not for a closed handle: calls that will be refused must not delay its closer.
        return take(handle.address() == 0 ? NO_HANDLE : handle);
    }

    private static Exchange take(Object user) {
        int first = (int) Thread.currentThread().getId();
        for (int attempt = 0; ; attempt++) {
            Exchange exchange = ALL[(first + attempt) & (ALL.length - 1)];
            if (USERS.compareAndSet(exchange.user, null, user)) {
                return exchange;
            }
            if (((attempt + 1) & (ALL.length - 1)) == 0) {
                pause(attempt / ALL.length);
            }
        }
    }

    /** Waits a moment for other threads; longer after many attempts, so that waiting does not use up a processor. */
    private static void pause(int attempt) {
        if (attempt < YIELDS) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Adds a text, or null, to the request. */
    Exchange write(@Nullable String text) {
        if (text == null || !writeShort(text)) {
            write(text == null ? null : Text.utf8(text));
        }
        return this;
    }

    /** Adds a token, or null, to the request. */
    Exchange writeToken(@Nullable String token) {
        return write(token == null ? null : Text.tokenUtf8(token));
    }

    /** Adds a text that need not be Unicode, or null, to the request. */
    Exchange writeAny(@Nullable String text) {
        return write(text == null ? null : Text.repaired(text));
    }

    /** Adds a secret, or null, to the request. The native library wipes it there; the Java heap gets no copy. */
    Exchange writeSecret(@Nullable String secret) {
        if (secret == null || !writeShort(secret)) {
            byte[] bytes = secret == null ? null : Text.utf8(secret);
            write(bytes);
            if (bytes != null) {
                Arrays.fill(bytes, (byte) 0);
            }
        }
        return this;
    }

    /** Adds a list of texts to the request. The list or a text can be null. */
    Exchange write(@Nullable List<String> texts) {
        room(Integer.BYTES).putInt(texts == null ? NONE : texts.size());
        if (texts != null) {
            for (String text : texts) {
                write(text);
            }
        }
        return this;
    }

    /** Writes short ASCII, as most ids and all secrets are, without an array. Returns false for any other text. */
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

    private Exchange write(byte @Nullable [] bytes) {
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

    /** The address of the memory, which exists even for an empty request. */
    long address() {
        room(0);
        return address;
    }

    /** The length of the request. */
    int requestBytes() {
        return memory.position();
    }

    /** The length of the memory. */
    int capacity() {
        return memory.capacity();
    }

    /** The response as bytes, given its length. */
    private byte[] bytes(int length) {
        if (length == LONG) {
            return Native.fetch(memory.getLong());
        }
        byte[] response = new byte[length];
        memory.get(response);
        return response;
    }

    /** The response as ASCII, which is read fastest as Latin-1. */
    String ascii(int length) {
        return new String(bytes(length), StandardCharsets.ISO_8859_1);
    }

    /** The response as a text of any characters. */
    String text(int length) {
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    /** The response as fields, or null; to be read before the exchange is closed. */
    @Nullable Packed optionalFields(int length) {
        return length == NULL ? null : fields(length);
    }

    /** The response as fields, to be read before the exchange is closed. */
    Packed fields(int length) {
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
        USERS.lazySet(user, null);
    }

    /** Waits until no call in progress uses the handle. */
    static void await(Handle handle) {
        for (Exchange exchange : ALL) {
            for (int attempt = 0; USERS.get(exchange.user) == handle; attempt++) {
                pause(attempt);
            }
        }
    }
}
