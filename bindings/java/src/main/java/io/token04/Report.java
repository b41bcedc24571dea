package io.token04;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a token is refused, if it is. Made by {@link Token04#diagnose(String, Question)}. */
public final class Report {
    private final boolean ok;
    private final List<Finding> findings;
    private final @Nullable Claims claims;

    Report(Packed packed) {
        ok = packed.readBoolean();
        findings = packed.readList(Finding::new);
        claims = packed.readBoolean() ? new Claims(packed) : null;
    }

    /**
     * Whether no finding is an error.
     *
     * @return true if there are at most warnings and notes
     */
    public boolean ok() {
        return ok;
    }

    /**
     * What was found, in the order to act on it; each id at most once. A valid token in {@link Mode#CBC} still has a
     * note.
     *
     * @return an unmodifiable list
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * What the token says, with whichever key or layout it opened. A text that contains the secret reads
     * {@code [redacted]}.
     *
     * @return the claims, or null if the token could not be opened and read
     */
    public @Nullable Claims claims() {
        return claims;
    }

    /**
     * The report for JSON, in the shape that {@code token04 diagnose --json} prints. Jackson uses it by itself.
     *
     * @return an unmodifiable map with {@code ok}, {@code findings}, and {@code claims} if the token could be read
     */
    @JsonValue
    public Map<String, Object> toMap() {
        List<Map<String, Object>> maps = new ArrayList<>();
        findings.forEach(finding -> maps.add(finding.toMap()));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("ok", ok);
        map.put("findings", maps);
        if (claims != null) {
            map.put("claims", claims.toMap());
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Report)) {
            return false;
        }
        Report that = (Report) other;
        return ok == that.ok && findings.equals(that.findings) && Objects.equals(claims, that.claims);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ok, findings, claims);
    }

    @Override
    public String toString() {
        return "Report{ok=" + ok + ", findings=" + findings + ", claims=" + claims + "}";
    }
}
