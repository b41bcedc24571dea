package io.token04;

import java.nio.ByteBuffer;

/**
 * The functions of the native library.
 *
 * <p>The first three numbers of most are those of an {@link Exchange}: where its memory lies, how many bytes of it
 * the request takes, and how many there are. The comment of a function names what the request holds. The result is
 * the length of the response, for the {@link Exchange} to read it. A duration goes over as its seconds and nanoseconds,
 * an object as the address that its {@link Handle} knows.
 *
 * <p>Each function throws {@link Token04Exception}; none is called before {@link NativeLibrary#load()}.
 */
final class Native {
    private Native() {}

    /** The version of the library, ASCII. */
    static native byte[] version();

    /** Where the memory of a direct buffer lies. */
    static native long addressOf(ByteBuffer memory);

    /** A response that did not fit; each is fetched once. */
    static native byte[] fetch(long address);

    /** The secret. Returns the issuer's address. */
    static native long newIssuer(
            long address, int requestBytes, int capacity, long appId, int mode, int profile);

    /** The secret, the previous secret. Returns the verifier's address. */
    static native long newVerifier(
            long address, int requestBytes, int capacity, long appId, long leewaySeconds, int leewayNanos);

    /** Frees an issuer or a verifier, each once; 0 is nothing. */
    static native void free(long object);

    /** The user id, the payload. */
    static native int issue(
            long address, int requestBytes, int capacity, long issuer, long ttlSeconds, int ttlNanos);

    /** The user id, the room id, the stream ids. */
    static native int issueRoom(
            long address, int requestBytes, int capacity, long issuer, long ttlSeconds, int ttlNanos,
            boolean login, boolean publish);

    /** The user id, the room id, the user's name, the payload. */
    static native int kitToken(
            long address, int requestBytes, int capacity, long issuer, long ttlSeconds, int ttlNanos);

    /** The user id, the secret, the payload. */
    static native int generate(long address, int requestBytes, int capacity, long appId, long ttlSeconds);

    /** The room id, the stream ids. */
    static native int privilegePayload(
            long address, int requestBytes, int capacity, boolean login, boolean publish);

    /** The token, and what {@link Login} expects of user id, room id and stream id. */
    static native int verify(
            long address, int requestBytes, int capacity, long verifier, int expects, long now);

    /** The token. */
    static native int inspect(long address, int requestBytes, int capacity, int expects, long now);

    /** The token, the secret, the user id, the room id, the stream id; all but the token may be null. */
    static native int diagnose(
            long address, int requestBytes, int capacity, boolean hasAppId, long appId, boolean publish, int profile,
            int language, boolean hasNow, long now);

    /** The payload. */
    static native int privilege(long address, int requestBytes, int capacity);

    /** The token, the user id, the room id, the user's name. */
    static native int kitEncode(long address, int requestBytes, int capacity, long appId);

    /** The kit token. */
    static native int kitDecode(long address, int requestBytes, int capacity);
}
