//! Formats unix seconds and durations for people.

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// Formats unix seconds as `2023-11-14 22:13:20 UTC`. Returns `None` outside the years 1970 to 9999, for
/// example for a time in milliseconds.
#[must_use]
pub fn utc(seconds: i64) -> Option<String> {
    const END_OF_9999: u64 = 253_402_300_800;
    let since = u64::try_from(seconds).ok().filter(|since| *since < END_OF_9999)?;
    let (year, month, day) = civil(since / DAY);
    let (hour, minute, second) = (since % DAY / HOUR, since % HOUR / MINUTE, since % MINUTE);
    Some(format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} UTC"))
}

/// Formats a duration in its two largest units, such as `2 d 3 h`. `names` are the units for day, hour,
/// minute and second.
#[must_use]
pub fn span(seconds: u64, names: [&str; 4]) -> String {
    let lengths = [DAY, HOUR, MINUTE, 1];
    let largest = lengths.iter().position(|length| seconds >= *length).unwrap_or(lengths.len() - 1);
    let whole = format!("{} {}", seconds / lengths[largest], names[largest]);
    match lengths.get(largest + 1) {
        Some(next) if seconds % lengths[largest] >= *next => {
            format!("{whole} {} {}", seconds % lengths[largest] / next, names[largest + 1])
        }
        _ => whole,
    }
}

/// Converts days since 1970 to year, month and day in the Gregorian calendar. It counts in eras of 400 years
/// from 1 March 0000, so that a leap day is the last day of its year.
#[must_use]
pub fn civil(days: u64) -> (u64, u64, u64) {
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
    fn formats_times_in_utc() {
        for (seconds, text) in [
            (0, Some("1970-01-01 00:00:00 UTC")),
            (951_782_399, Some("2000-02-28 23:59:59 UTC")),
            (951_782_400, Some("2000-02-29 00:00:00 UTC")),
            (1_700_000_000, Some("2023-11-14 22:13:20 UTC")),
            (4_107_542_400, Some("2100-03-01 00:00:00 UTC")),
            (253_402_300_799, Some("9999-12-31 23:59:59 UTC")),
            (253_402_300_800, None),
            (-1, None),
            (i64::MAX, None),
        ] {
            assert_eq!(utc(seconds).as_deref(), text);
        }
    }

    #[test]
    fn every_day_of_four_centuries_follows_the_one_before() {
        let days_of_month = |year: u64, month: u64| match month {
            2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let mut expected = (1970, 1, 1);
        for days in 0..146_097 {
            assert_eq!(civil(days), expected);
            let (year, month, day) = expected;
            expected = match (month, day) {
                (12, 31) => (year + 1, 1, 1),
                _ if day == days_of_month(year, month) => (year, month + 1, 1),
                _ => (year, month, day + 1),
            };
        }
    }

    #[test]
    fn formats_spans_in_two_units() {
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
            assert_eq!(span(seconds, ["d", "h", "min", "s"]), text);
        }
    }
}
