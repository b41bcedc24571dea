package io.token04;

import org.jspecify.annotations.Nullable;

/** The product that a token is for: what the product would refuse becomes an error when issuing. */
public enum Profile {
    // begin profiles (written by scripts/vocabulary.py)
    /**
     * Express, voice and video rooms: user id 1 to 64 bytes, room id 1 to 128 bytes, payload JSON or empty.
     */
    RTC(1),
    /** In-app Chat: user id 1 to 32 bytes, ttl 30 seconds to 24 days, no payload. */
    ZIM(2),
    /** UIKit for the web: as rtc, with the ttl of zim, which it uses for its invitations. */
    KIT(3),
    /**
     * UIKit's call kits for mini-programs and apps, which use one plain token for Express and In-app Chat:
     * the limits of rtc and of zim, payload JSON or empty.
     */
    CALL(4);
    // end profiles

    private final int number;

    Profile(int number) {
        this.number = number;
    }

    /** The number in the native library; 0, which means none, for null. */
    static int numberOf(@Nullable Profile profile) {
        return profile == null ? 0 : profile.number;
    }
}
