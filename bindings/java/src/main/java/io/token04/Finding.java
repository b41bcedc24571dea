package io.token04;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
     * @return a text in the requested language
     */
    public String message() {
        return message;
    }

    /**
     * How to fix it.
     *
     * @return a text in the requested language
     */
    public String fix() {
        return fix;
    }

    /**
     * The error codes of ZEGO's client SDKs that it can cause. The service's actual answers were not observed.
     *
     * @return an unmodifiable list, empty if it causes none
     */
    public List<Integer> clientCodes() {
        return clientCodes;
    }

    /**
     * The finding for JSON, in the shape that {@code token04 diagnose --json} prints. Jackson uses it by itself.
     *
     * @return an unmodifiable map with {@code id}, {@code severity}, {@code message}, {@code fix} and
     *     {@code client_codes}
     */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id.toString());
        map.put("severity", Text.lowerCase(severity));
        map.put("message", message);
        map.put("fix", fix);
        map.put("client_codes", clientCodes);
        return Collections.unmodifiableMap(map);
    }

    @Override
    public boolean equals(@Nullable Object other) {
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
