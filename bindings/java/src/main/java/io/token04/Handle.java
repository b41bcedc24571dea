package io.token04;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Owns a native object: lends its address to calls, and frees it when closed and no call uses it any more.
 *
 * <p>A call announces itself before it reads the address, and closing takes the address away before it looks
 * for calls. So a call either finds no address, or is seen and waited for. The counters are spread over
 * several cache lines: with one, threads that share an issuer would fight for it.
 *
 * <p>What nobody closed is freed after the garbage collector found it unreachable, when the next object is
 * made: that needs neither a thread nor finalizers.
 */
final class Handle {
    /** A power of two. */
    private static final int COUNTERS = 16;
    /** The distance of two counters, in ints: a cache line of 64 bytes. */
    private static final int SPACING = 16;

    private static final ReferenceQueue<Handle> UNREACHABLE = new ReferenceQueue<>();
    /** Keeps the references themselves reachable. */
    private static final Set<Owner> OWNERS = ConcurrentHashMap.newKeySet();

    private final AtomicIntegerArray calls = new AtomicIntegerArray(COUNTERS * SPACING);
    private final Owner owner;

    /** Owns the object at an address. */
    Handle(long address) {
        freeUnreachable();
        owner = new Owner(this, address);
        OWNERS.add(owner);
    }

    /** Announces a call; what this returns is given to {@link #leave}. */
    int enter() {
        int counter = ((int) Thread.currentThread().getId() & (COUNTERS - 1)) * SPACING;
        calls.getAndIncrement(counter);
        return counter;
    }

    /** The object's address, for a call that has entered; 0 once it is closed, which the library refuses. */
    long address() {
        return owner.address.get();
    }

    /** Ends a call. */
    void leave(int counter) {
        calls.getAndDecrement(counter);
    }

    /** Closes the object, and frees it as soon as the calls under way have left. */
    void close() {
        long address = owner.address.getAndSet(0);
        if (address == 0) {
            return;
        }
        owner.clear();
        OWNERS.remove(owner);
        for (int counter = 0; counter < calls.length(); counter += SPACING) {
            while (calls.get(counter) != 0) {
                Thread.yield();
            }
        }
        Native.free(address);
    }

    private static void freeUnreachable() {
        for (Object found = UNREACHABLE.poll(); found != null; found = UNREACHABLE.poll()) {
            Owner owner = (Owner) found;
            OWNERS.remove(owner);
            Native.free(owner.address.getAndSet(0));
        }
    }

    /** Outlives the handle, and knows what to free in its place. */
    private static final class Owner extends PhantomReference<Handle> {
        final AtomicLong address;

        Owner(Handle handle, long address) {
            super(handle, UNREACHABLE);
            this.address = new AtomicLong(address);
        }
    }
}
