//! The time of a log line. A general formatter takes longer for it than for the rest of the line.

use std::time::{SystemTime, UNIX_EPOCH};

use token04_core::date;

const DAY: u64 = 24 * 3600;

/// Appends a time in UTC, such as `2026-01-02T03:04:05.000006Z` (RFC 3339).
pub(super) fn push(line: &mut String, time: SystemTime) {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let (days, seconds) = (since.as_secs() / DAY, since.as_secs() % DAY);
    let (year, month, day) = date::civil(days);
    let mut text = *b"0000-00-00T00:00:00.000000Z";
    fill(&mut text[..4], year);
    fill(&mut text[5..7], month);
    fill(&mut text[8..10], day);
    fill(&mut text[11..13], seconds / 3600);
    fill(&mut text[14..16], seconds / 60 % 60);
    fill(&mut text[17..19], seconds % 60);
    fill(&mut text[20..26], since.subsec_micros().into());
    // Only ASCII, so the fallback is never taken.
    line.push_str(str::from_utf8(&text).unwrap_or_default());
}

/// Writes the last digits of a number, with leading zeros.
fn fill(digits: &mut [u8], mut number: u64) {
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + (number % 10) as u8;
        number /= 10;
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_time_has_all_its_digits() {
        for (micros, expected) in [
            (0, "1970-01-01T00:00:00.000000Z"),
            (951_782_400_000_001, "2000-02-29T00:00:00.000001Z"),
            (1_700_000_000_123_456, "2023-11-14T22:13:20.123456Z"),
            (253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
        ] {
            let mut line = String::new();
            push(&mut line, UNIX_EPOCH + Duration::from_micros(micros));
            assert_eq!(line, expected);
        }
    }
}
