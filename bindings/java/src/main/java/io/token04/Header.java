package io.token04;

import java.util.Objects;

/** What a token shows to everybody, without the secret. Read by {@link Token04#inspect(String)}. */
public final class Header {
    private final String version;
    private final Mode mode;
    private final long expiresAt;
    private final boolean expired;
    private final int ivBytes;
    private final int ciphertextBytes;

    Header(Packed packed) {
        version = packed.readText();
        mode = Mode.ofNumber(packed.readInt());
        expiresAt = packed.readLong();
        expired = packed.readBoolean();
        ivBytes = packed.readInt();
        ciphertextBytes = packed.readInt();
    }

    /**
     * The version of the format.
     *
     * @return always {@code 04}
     */
    public String version() {
        return version;
    }

    /**
     * How the body is encrypted.
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    /**
     * When the token ends, as its envelope says.
     *
     * @return unix seconds
     */
    public long expiresAt() {
        return expiresAt;
    }

    /**
     * Whether the token had ended when it was read.
     *
     * @return true from {@link #expiresAt()} on
     */
    public boolean expired() {
        return expired;
    }

    /**
     * The length of the initialisation vector.
     *
     * @return bytes
     */
    public int ivBytes() {
        return ivBytes;
    }

    /**
     * The length of the ciphertext.
     *
     * @return bytes
     */
    public int ciphertextBytes() {
        return ciphertextBytes;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Header)) {
            return false;
        }
        Header that = (Header) other;
        return version.equals(that.version) && mode == that.mode && expiresAt == that.expiresAt
                && expired == that.expired && ivBytes == that.ivBytes && ciphertextBytes == that.ciphertextBytes;
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, mode, expiresAt, expired, ivBytes, ciphertextBytes);
    }

    @Override
    public String toString() {
        return "Header{version=" + version + ", mode=" + mode + ", expiresAt=" + expiresAt + ", expired=" + expired
                + ", ivBytes=" + ivBytes + ", ciphertextBytes=" + ciphertextBytes + "}";
    }
}
