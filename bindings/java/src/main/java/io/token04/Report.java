package io.token04;

import java.util.List;
import java.util.Objects;

/** What is wrong with a token, if anything: the answer of {@link Token04#diagnose(String, Question)}. */
public final class Report {
    private final boolean ok;
    private final List<Finding> findings;
    private final Claims claims;

    Report(Packed packed) {
        ok = packed.readBoolean();
        findings = packed.readList(Finding::new);
        claims = packed.readBoolean() ? new Claims(packed) : null;
    }

    /**
     * Whether no finding is an error.
     *
     * @return true where there are at most warnings and notes
     */
    public boolean isOk() {
        return ok;
    }

    /**
     * What was found, in order of what to do first; each id at most once. A sound token in {@link Mode#CBC} still
     * gives a note.
     *
     * @return an unmodifiable list
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * What the token says, by whichever key or layout it opened. A text that holds the secret reads
     * {@code [redacted]}.
     *
     * @return the claims, or null where the token could not be opened and read
     */
    public Claims claims() {
        return claims;
    }

    @Override
    public boolean equals(Object other) {
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
