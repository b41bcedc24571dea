package io.token04;

import java.util.List;
import java.util.Objects;

/** One thing that {@link Token04#diagnose(String, Question)} found in a token. */
public final class Finding {
    private final FindingId id;
    private final Severity severity;
    private final String message;
    private final String fix;
    private final List<Integer> clientCodes;

    Finding(Packed packed) {
        id = FindingId.ofNumber(packed.readInt());
        severity = Severity.ofNumber(packed.readInt());
        message = packed.readText();
        fix = packed.readText();
        clientCodes = packed.readList(Packed::readInt);
    }

    /**
     * What it is.
     *
     * @return the id, which prints as in every language, such as {@code key-hex-decoded}
     */
    public FindingId id() {
        return id;
    }

    /**
     * How bad it is in this case.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * What is wrong, with the values of this case; never with the secret.
     *
     * @return a text in the language that was asked for
     */
    public String message() {
        return message;
    }

    /**
     * How to mend it.
     *
     * @return a text in the language that was asked for
     */
    public String fix() {
        return fix;
    }

    /**
     * The error codes of ZEGO's client SDKs that it may show as. Which the service really answers was never observed.
     *
     * @return an unmodifiable list, empty where it shows as none
     */
    public List<Integer> clientCodes() {
        return clientCodes;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Finding)) {
            return false;
        }
        Finding that = (Finding) other;
        return id == that.id && severity == that.severity && message.equals(that.message) && fix.equals(that.fix)
                && clientCodes.equals(that.clientCodes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, severity, message, fix, clientCodes);
    }

    @Override
    public String toString() {
        return "Finding{id=" + id + ", severity=" + severity + ", message=" + message + ", fix=" + fix
                + ", clientCodes=" + clientCodes + "}";
    }
}
