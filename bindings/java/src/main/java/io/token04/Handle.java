package io.token04;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Owns a native object, and frees it once it is closed and no call uses it any more.
 *
 * <p>A call first enters the handle in its {@link Exchange} and then reads the address; closing first removes the address
 * and then looks at all exchanges. So a call either finds no address, or closing waits for it.
 *
 * <p>An object that is not closed is freed after the garbage collector has found it unreachable, when the next object is
 * created. That needs neither a thread nor finalizers.
 */
final class Handle {
    private static final ReferenceQueue<Handle> UNREACHABLE = new ReferenceQueue<>();
    /** Keeps the references themselves reachable. */
    private static final Set<Owner> OWNERS = ConcurrentHashMap.newKeySet();

    private final Owner owner;

    /** Owns the object at an address. */
    Handle(long address) {
        freeUnreachable();
        owner = new Owner(this, address);
        OWNERS.add(owner);
    }

    /** The object's address, for a call with an exchange for this handle; 0 once it is closed, which the native library refuses. */
    long address() {
        return owner.address.get();
    }

    /** Closes the object, and frees it once the calls in progress have ended. */
    void close() {
        long address = owner.address.getAndSet(0);
        if (address == 0) {
            return;
        }
        owner.clear();
        OWNERS.remove(owner);
        Exchange.await(this);
        Native.free(address);
    }

    private static void freeUnreachable() {
        for (Object found = UNREACHABLE.poll(); found != null; found = UNREACHABLE.poll()) {
            Owner owner = (Owner) found;
            OWNERS.remove(owner);
            Native.free(owner.address.getAndSet(0));
        }
    }

    /** Outlives the handle, and holds what to free. */
    private static final class Owner extends PhantomReference<Handle> {
        final AtomicLong address;

        Owner(Handle handle, long address) {
            super(handle, UNREACHABLE);
            this.address = new AtomicLong(address);
        }
    }
}
