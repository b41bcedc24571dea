package io.token04;

/**
 * The functions of the native library.
 *
 * <p>Text goes over as {@link Text#utf8} makes it, and null as null; tokens and payloads come back as UTF-8,
 * several fields as {@link Packed}. A duration goes over as its seconds and nanoseconds. An address goes over
 * with the {@link Handle} that it came from, which stays reachable until the call returns. Each function
 * throws {@link Token04Exception}; none is called before {@link NativeLibrary#load()}.
 */
final class Native {
    private Native() {}

    static native byte[] version();

    static native long newIssuer(long appId, byte[] secret, int mode, int profile);

    static native long newVerifier(
            long appId, byte[] secret, byte[] previousSecret, long leewaySeconds, int leewayNanos);

    static native void free(long address);

    static native byte[] issue(
            Handle keep, long issuer, byte[] userId, long ttlSeconds, int ttlNanos, byte[] payload);

    static native byte[] issueRoom(
            Handle keep, long issuer, byte[] userId, long ttlSeconds, int ttlNanos,
            byte[] roomId, boolean login, boolean publish, byte[][] streams);

    static native byte[] kitToken(
            Handle keep, long issuer, byte[] userId, long ttlSeconds, int ttlNanos,
            byte[] roomId, byte[] userName, byte[] payload);

    static native byte[] generate(
            long appId, byte[] userId, byte[] secret, long ttlSeconds, byte[] payload);

    static native byte[] privilegePayload(byte[] roomId, boolean login, boolean publish, byte[][] streams);

    static native byte[] verify(
            Handle keep, long verifier, byte[] token,
            int expects, byte[] userId, byte[] roomId, byte[] streamId, long now);

    static native byte[] inspect(byte[] token, int expects, long now);

    static native byte[] privilege(byte[] payload);

    static native byte[] kitEncode(byte[] token, long appId, byte[] userId, byte[] roomId, byte[] userName);

    static native byte[] kitDecode(byte[] kitToken);
}
