//! The time of day where the host is, as people read it off a wall.

use std::sync::OnceLock;
use std::time::SystemTime;

use time::{OffsetDateTime, UtcOffset};

/// How far this place is from UTC.
static PLACE: OnceLock<UtcOffset> = OnceLock::new();

/// Learns where we are; before the first thread begins, since some systems tell it only then.
/// Where they don't, times are told in UTC.
pub fn set() {
    let _ = PLACE.set(UtcOffset::current_local_offset().unwrap_or(UtcOffset::UTC));
}

/// The time of day here: `14:02:11`.
#[must_use]
pub fn time(at: SystemTime) -> String {
    let place = PLACE.get().copied().unwrap_or(UtcOffset::UTC);
    let mark = if place.is_utc() { " UTC" } else { "" };
    clock_text(OffsetDateTime::from(at).to_offset(place)) + mark
}

/// Day and time here as they stand in the name of a file: `2026-03-14-140211`.
#[must_use]
pub fn stamp(at: SystemTime) -> String {
    let place = PLACE.get().copied().unwrap_or(UtcOffset::UTC);
    let at = OffsetDateTime::from(at).to_offset(place);
    let (year, month, day) = (at.year(), u8::from(at.month()), at.day());
    let (hour, minute, second) = at.to_hms();
    format!("{year:04}-{month:02}-{day:02}-{hour:02}{minute:02}{second:02}")
}

/// Day and time here as people read them: `24 November 2026, 14:32`, as the page writes them.
#[must_use]
pub fn day(at: SystemTime) -> String {
    let place = PLACE.get().copied().unwrap_or(UtcOffset::UTC);
    let mark = if place.is_utc() { " UTC" } else { "" };
    day_text(OffsetDateTime::from(at).to_offset(place)) + mark
}

fn day_text(at: OffsetDateTime) -> String {
    let (day, month, year) = (at.day(), at.month(), at.year());
    format!("{day} {month} {year}, {:02}:{:02}", at.hour(), at.minute())
}

fn clock_text(at: OffsetDateTime) -> String {
    format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_that_of_the_place() {
        let noon = OffsetDateTime::from_unix_timestamp(12 * 3_600 + 131).unwrap();
        assert_eq!(clock_text(noon), "12:02:11");
        assert_eq!(day_text(noon), "1 January 1970, 12:02");
        assert_eq!(clock_text(noon.to_offset(UtcOffset::from_hms(-4, 0, 0).unwrap())), "08:02:11");
    }
}
