//! Figures as a table: a line for each case and metric, a column for each server.

use super::Section;
use crate::measure::{Bar, Figure};

/// The table of a section, with its versions below.
pub(super) fn of(section: &Section) -> String {
    let columns: Vec<&(String, String)> =
        section.servers.iter().filter(|s| has(section, &s.0)).collect();
    let mut text = String::from("\n| | |");
    columns.iter().for_each(|(name, _)| text += &format!(" {name} |"));
    text += " bar |\n|---|---|";
    text += &"---:|".repeat(columns.len());
    text += "---|\n";
    let mut last = "";
    for (case, metric) in lines(&section.figures) {
        // A case is named once, at its first line.
        text += &format!("| {} | {metric} |", if case == last { "" } else { case });
        last = case;
        for (server, _) in &columns {
            let value = section.value(case, metric, server).map_or("–".to_owned(), number);
            text += &format!(" {value} |");
        }
        let of_line = |figure: &&Figure| figure.case == case && figure.metric == metric;
        let bar = section.figures.iter().filter(of_line).find_map(verdict);
        text += &format!(" {} |\n", bar.unwrap_or_default());
    }
    let versions: Vec<_> = columns
        .iter()
        .filter(|(_, about)| !about.is_empty())
        .map(|(name, about)| format!("{name}: {about}"))
        .collect();
    if columns.len() > 1 {
        text += &format!("\n{}.\n", versions.join("; "));
    }
    text
}

fn has(section: &Section, server: &str) -> bool {
    section.figures.iter().any(|figure| figure.server == server)
}

/// Cases with their metrics, in the order in which each was first measured.
pub(crate) fn lines(figures: &[Figure]) -> Vec<(&str, &str)> {
    let mut cases: Vec<&str> = Vec::new();
    let mut lines: Vec<(&str, &str)> = Vec::new();
    for Figure { case, metric, .. } in figures {
        if !cases.contains(&case.as_str()) {
            cases.push(case);
        }
        if !lines.contains(&(case, metric)) {
            lines.push((case, metric));
        }
    }
    lines.sort_by_key(|(case, _)| cases.iter().position(|known| known == case));
    lines
}

/// A bar, and whether it is met.
pub(crate) fn verdict(figure: &Figure) -> Option<String> {
    let bar = figure.bar?;
    let (sign, value) = match bar {
        Bar::AtMost(value) => ('≤', value),
        Bar::AtLeast(value) => ('≥', value),
    };
    let met = if bar.is_met(figure.value) { "met" } else { "**missed**" };
    Some(format!("{sign} {}: {met}", number(value)))
}

/// Three digits that count, and groups where there are more.
pub(crate) fn number(value: f64) -> String {
    let size = value.abs();
    if size == 0.0 {
        "0".to_owned()
    } else if size >= 999.5 {
        let sign = if value < 0.0 { "-" } else { "" };
        format!("{sign}{}", grouped(size.round() as u64))
    } else {
        // 1.23 has two decimals, 0.123 three.
        let decimals = (2 - size.log10().floor() as i32).clamp(0, 4) as usize;
        let text = format!("{value:.decimals$}");
        if text.contains('.') {
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        } else {
            text
        }
    }
}

/// Groups of three, as people read large numbers.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_show_three_digits_that_count() {
        let shown = [0.0, 0.302, 3.0, 12.84, 104.22, 999.7, 382_000.4, 0.0123, -2.5].map(number);
        let want = ["0", "0.302", "3", "12.8", "104", "1,000", "382,000", "0.0123", "-2.5"];
        assert_eq!(shown, want);
        assert_eq!([7, 1_000, 259_778].map(grouped), ["7", "1,000", "259,778"]);
    }

    #[test]
    fn a_bar_says_whether_it_is_met() {
        let figure = |value, bar| Figure {
            case: String::new(),
            metric: String::new(),
            server: String::new(),
            value,
            bar: Some(bar),
        };
        assert_eq!(verdict(&figure(3.0, Bar::AtMost(3.5))).unwrap(), "≤ 3.5: met");
        assert_eq!(verdict(&figure(3.0, Bar::AtLeast(3.5))).unwrap(), "≥ 3.5: **missed**");
    }
}
