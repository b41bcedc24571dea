package bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a token says. */
record Body(
        @JsonProperty("app_id") long appId,
        @JsonProperty("user_id") String userId,
        @JsonProperty("nonce") long nonce,
        @JsonProperty("ctime") long ctime,
        @JsonProperty("expire") long expire,
        @JsonProperty("payload") String payload) {}
