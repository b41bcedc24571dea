package io.token04;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an error code of ZEGO's SDKs or Server API means for a token. Made by {@link Token04#explain(long)}. */
public final class Explanation {
    private final long code;
    private final boolean known;
    private final String product;
    private final String meaning;
    private final List<FindingId> causes;
    private final List<String> checks;
    private final String next;
    private final @Nullable String undocumented;
    private final List<Long> near;
    private final String text;

    Explanation(Packed packed) {
        code = packed.readLong();
        known = packed.readBoolean();
        product = packed.readText();
        meaning = packed.readText();
        causes = packed.readList(each -> FindingId.ofNumber(each.readInt()));
        checks = packed.readList(Packed::readText);
        next = packed.readText();
        undocumented = packed.readOptionalText();
        near = packed.readList(Packed::readLong);
        text = packed.readText();
    }

    /**
     * The code.
     *
     * @return the code that was asked about
     */
    public long code() {
        return code;
    }

    /**
     * Whether this library knows the code.
     *
     * @return false if only {@link #near()} can help
     */
    public boolean known() {
        return known;
    }

    /**
     * The product that shows the code.
     *
     * @return its name; empty if the code is unknown
     */
    public String product() {
        return product;
    }

    /**
     * What the code means.
     *
     * @return a text in the requested language
     */
    public String meaning() {
        return meaning;
    }

    /**
     * The findings of a diagnosis that can cause the code. The service's actual answers were not observed.
     *
     * @return an unmodifiable list, the most frequent first
     */
    public List<FindingId> causes() {
        return causes;
    }

    /**
     * What to check.
     *
     * @return an unmodifiable list of texts, in the order to check them
     */
    public List<String> checks() {
        return checks;
    }

    /**
     * How to go on.
     *
     * @return a text in the requested language
     */
    public String next() {
        return next;
    }

    /**
     * What ZEGO's documents do not say about the code.
     *
     * @return a text, or null if they say everything
     */
    public @Nullable String undocumented() {
        return undocumented;
    }

    /**
     * For an unknown code: the known codes that look like it.
     *
     * @return an unmodifiable list, the most similar first
     */
    public List<Long> near() {
        return near;
    }

    /**
     * The explanation for JSON, in the shape that {@code token04 explain --json} prints. Jackson uses it by itself.
     *
     * @return an unmodifiable map with a key for each field; {@code undocumented} only if it is not null
     */
    @JsonValue
    public Map<String, Object> toMap() {
        List<String> ids = new ArrayList<>();
        causes.forEach(cause -> ids.add(cause.toString()));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", code);
        map.put("known", known);
        map.put("product", product);
        map.put("meaning", meaning);
        map.put("causes", ids);
        map.put("checks", checks);
        map.put("next", next);
        if (undocumented != null) {
            map.put("undocumented", undocumented);
        }
        map.put("near", near);
        return Collections.unmodifiableMap(map);
    }

    /**
     * The whole explanation as text, as the program {@code token04} prints it.
     *
     * @return several lines
     */
    @Override
    public String toString() {
        return text;
    }
}
