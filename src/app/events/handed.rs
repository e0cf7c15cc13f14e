//! What a host reads of a pad that goes from one machine to another.

/// A pad goes on at another machine, in a sentence.
pub(super) fn goes_on(pad: &str, to: &[String]) -> String {
    format!("{pad} goes on at {}.", to.first().map(String::as_str).unwrap_or_default())
}

/// A pad was to go on at another machine, in a sentence.
pub(super) fn stays_here(pad: &str) -> String {
    format!("The machine that took {pad} is not heard any more: the pad stays here.")
}

/// A pad has come from another machine, in a sentence.
pub(super) fn taken(pad: &str, left: Option<u64>) -> String {
    match left {
        Some(0) => format!("{pad} is here with everyone; where it came from it is erased."),
        Some(1) => format!("{pad} is here; 1 page has not come over, and reads where it is."),
        Some(n) => format!("{pad} is here; {n} pages have not come over, and read where it is."),
        None => format!("{pad} is here; the machine that it came from is not heard any more."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pad_on_its_way_is_told_in_one_line_of_eighty_columns() {
        let to = ["http://192.168.100.200:7780".to_owned()];
        assert_eq!(goes_on("notes", &to), "notes goes on at http://192.168.100.200:7780.");
        let told = [Some(0), Some(1), Some(12), None].map(|left| taken("notes", left));
        for told in told.iter().chain([&goes_on("sprint-review", &to), &stays_here("notes")]) {
            assert!(told.len() + 2 <= 80, "{told}");
        }
    }
}
