package io.token04;

import java.nio.ByteBuffer;

/**
 * The functions of the native library.
 *
 * <p>The first three numbers of most are those of an {@link Exchange}: the address of its memory, the length of the
 * request at its start, and its length. The comment of a function names what the request holds. The result is the
 * length of the response, for the {@link Exchange} to read it. Durations and points in time are passed as {@link Time}
 * has them, an object by the address that its {@link Handle} holds.
 *
 * <p>Each function throws {@link Token04Exception}; none is called before {@link NativeLibrary#load()}.
 */
final class Native {
    private Native() {}

    /** The version of the library, ASCII. */
    static native byte[] version();

    /** The address of a direct buffer's memory. */
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
            long address, int requestBytes, int capacity, long issuer, long ttlSeconds, int ttlNanos, long now);

    /** The user id; of a privilege that is not null, the room id and the stream ids. */
    static native int issueRoom(
            long address, int requestBytes, int capacity, long issuer, long ttlSeconds, int ttlNanos, long now,
            boolean hasPrivilege, boolean login, boolean publish);

    /** The user ids, the payload. */
    static native int issueMany(
            long address, int requestBytes, int capacity, long issuer, long ttlSeconds, int ttlNanos, long now);

    /** The user id, the room id, the user name, the payload. */
    static native int kitToken(
            long address, int requestBytes, int capacity, long issuer, long ttlSeconds, int ttlNanos, long now);

    /** The user id, the secret, the payload. */
    static native int generate(long address, int requestBytes, int capacity, long appId, long ttlSeconds);

    /** The room id, the stream ids. */
    static native int privilegePayload(
            long address, int requestBytes, int capacity, boolean login, boolean publish);

    /** The token, and what {@link Login} expects of user id, room id and stream id. */
    static native int verify(
            long address, int requestBytes, int capacity, long verifier, int expects, long now);

    /** The token. */
    static native int inspect(long address, int requestBytes, int capacity, long now);

    /** The token, the secret, the user id, the room id, the stream id; all but the token may be null. */
    static native int diagnose(
            long address, int requestBytes, int capacity, boolean hasAppId, long appId, boolean publish, int profile,
            boolean hasCode, long code, int language, long now);

    /** Nothing. */
    static native int explain(long address, int requestBytes, int capacity, long code, int language);

    /** The payload. */
    static native int privilege(long address, int requestBytes, int capacity);

    /** The token; of a user who is not null, the user id, the room id and the user name. */
    static native int kitEncode(long address, int requestBytes, int capacity, boolean hasUser, long appId);

    /** The kit token. */
    static native int kitDecode(long address, int requestBytes, int capacity);
}
