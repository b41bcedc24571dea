package io.token04;

import java.time.Duration;

/** A duration on its way to the native library, in its two parts. */
final class Time {
    private Time() {}

    static long seconds(Duration duration) {
        return duration == null ? 0 : duration.getSeconds();
    }

    /** The part under a second; -1 for null, which the native library refuses. */
    static int nanos(Duration duration) {
        return duration == null ? -1 : duration.getNano();
    }
}
