//! Unix seconds as people read them.

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// The number, and what it means in UTC, as `1700000000 (2023-11-14 22:13:20 UTC)`; the number alone outside the
/// years 1970 to 9999, as where somebody wrote milliseconds.
pub fn unix_seconds(seconds: i64) -> String {
    const END_OF_9999: u64 = 253_402_300_800;
    match u64::try_from(seconds) {
        Ok(since @ ..END_OF_9999) => {
            let (year, month, day) = civil(since / DAY);
            let (hour, minute, second) = (since % DAY / HOUR, since % HOUR / MINUTE, since % MINUTE);
            format!("{seconds} ({year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} UTC)")
        }
        _ => seconds.to_string(),
    }
}

/// A length of time in its two largest units, as `2 d 3 h`.
pub fn span(seconds: u64) -> String {
    let units = [(DAY, "d"), (HOUR, "h"), (MINUTE, "min"), (1, "s")];
    let largest = units.iter().position(|(length, _)| seconds >= *length).unwrap_or(units.len() - 1);
    let (length, name) = units[largest];
    let whole = format!("{} {name}", seconds / length);
    match units.get(largest + 1) {
        Some((next, name)) if seconds % length >= *next => {
            format!("{whole} {} {name}", seconds % length / next)
        }
        _ => whole,
    }
}

/// Year, month and day of a count of days since 1970, in the Gregorian calendar. Counted in eras of 400 years
/// from 1 March 0000, so that a leap day is the last of its year.
fn civil(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_times_in_utc() {
        for (seconds, text) in [
            (0, "0 (1970-01-01 00:00:00 UTC)"),
            (951_782_399, "951782399 (2000-02-28 23:59:59 UTC)"),
            (951_782_400, "951782400 (2000-02-29 00:00:00 UTC)"),
            (1_700_000_000, "1700000000 (2023-11-14 22:13:20 UTC)"),
            (4_107_542_400, "4107542400 (2100-03-01 00:00:00 UTC)"),
            (253_402_300_799, "253402300799 (9999-12-31 23:59:59 UTC)"),
            (253_402_300_800, "253402300800"),
            (-1, "-1"),
            (i64::MAX, "9223372036854775807"),
        ] {
            assert_eq!(unix_seconds(seconds), text);
        }
    }

    #[test]
    fn tells_spans_in_two_units() {
        for (seconds, text) in [
            (0, "0 s"),
            (59, "59 s"),
            (60, "1 min"),
            (3599, "59 min 59 s"),
            (3601, "1 h"),
            (86_399, "23 h 59 min"),
            (97_200, "1 d 3 h"),
            (u64::MAX, "213503982334601 d 7 h"),
        ] {
            assert_eq!(span(seconds), text);
        }
    }
}
