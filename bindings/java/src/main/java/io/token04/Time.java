package io.token04;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Durations and points in time on their way to and from the native library. */
final class Time {
    /** In place of a point in time: that of the system clock, which the native library reads. */
    static final long SYSTEM_CLOCK = Long.MIN_VALUE;

    /** In place of a point in time that is null, which the native library refuses. */
    private static final long NULL_INSTANT = Long.MIN_VALUE + 1;

    /** In place of the nanoseconds of a duration that is null, which the native library refuses. */
    private static final int NULL_DURATION = -1;

    private Time() {}

    static long seconds(@Nullable Duration duration) {
        return duration == null ? 0 : duration.getSeconds();
    }

    /** The part of a duration below a second. */
    static int nanos(@Nullable Duration duration) {
        return duration == null ? NULL_DURATION : duration.getNano();
    }

    /** A point in time in unix seconds, rounded down. */
    static long seconds(@Nullable Instant now) {
        return now == null ? NULL_INSTANT : now.getEpochSecond();
    }

    /** The time of a clock; null is the system clock. */
    static long now(@Nullable Clock clock) {
        return clock == null ? SYSTEM_CLOCK : seconds(clock.instant());
    }

    /** Unix seconds as a point in time. Tokens can hold times that Java cannot: they become the nearest it can. */
    static Instant instant(long seconds) {
        try {
            return Instant.ofEpochSecond(seconds);
        } catch (DateTimeException outOfRange) {
            return seconds < 0 ? Instant.MIN : Instant.MAX;
        }
    }
}
