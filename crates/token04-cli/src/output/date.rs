//! Unix seconds as people read them.

use token04_core::date;

/// The number and its time in UTC, as `1700000000 (2023-11-14 22:13:20 UTC)`. Outside the years 1970 to 9999, for
/// example if the number is in milliseconds, the number alone.
pub fn unix_seconds(seconds: i64) -> String {
    date::utc(seconds).map_or_else(|| seconds.to_string(), |utc| format!("{seconds} ({utc})"))
}

/// A duration in its two largest units, as `2 d 3 h`.
pub fn span(seconds: u64) -> String {
    date::span(seconds, ["d", "h", "min", "s"])
}

/// When a token expires, relative to a time, as `in 59 min 59 s`.
pub fn ends(expire: i64, now: i64) -> String {
    match expire > now {
        true => format!("in {}", span(expire.abs_diff(now))),
        false => format!("{} ago", span(expire.abs_diff(now))),
    }
}
