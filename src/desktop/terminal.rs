//! The terminal: below the greeting one line that tells what happens. Data goes to
//! stdout, logs stay out of it on stderr.

use std::io::{self, IsTerminal as _};
use std::time::Duration;

use super::certificate;
use super::greeting::Greeting;
use super::printer::Printer;
use crate::base::network::Cause;

/// How wide the left column is where no QR is drawn.
pub(super) const INDENT: &str = "  ";

/// The host's screen.
pub struct Terminal {
    printer: Printer,
    live: bool,
    colour: bool,
    /// Who got through last, and when.
    reached: Option<(&'static str, String)>,
    people: Vec<String>,
    count: usize,
}

impl Terminal {
    /// Returns a screen on which nothing stands yet.
    #[must_use]
    pub fn new(printer: Printer) -> Self {
        let live = io::stdout().is_terminal();
        Self { printer, live, colour: has_colour(), reached: None, people: Vec::new(), count: 0 }
    }

    /// Prints the greeting.
    pub fn greet(&self, greeting: &Greeting) {
        self.print(&greeting.text(self.colour));
        self.status();
    }

    /// The network has changed: prints the new code.
    pub fn moved(&mut self, greeting: &Greeting) {
        self.reached = None;
        let clear = if self.live { "\r\u{1b}[2K" } else { "" };
        self.print(&format!("{clear}{}", greeting.moved(self.colour)));
        self.status();
    }

    /// A foreign device has fetched the join page, at this time of day.
    pub fn reached(&mut self, what: &'static str, at: String) {
        self.reached = Some((what, at));
        self.status();
    }

    /// Nobody has come yet: tells what may be in the way.
    pub fn unreached(&self, causes: &[Cause]) {
        self.say("No phone has got through yet. If one tried, this helps, likeliest first:");
        for Cause { why, fix, .. } in causes {
            self.say(&format!("- {why}"));
            self.say(&format!("  {fix}"));
        }
        self.status();
    }

    /// There is another certificate, whose fingerprint people compare.
    pub fn certificate(&self, sha256: &str) {
        let (first, second) = certificate::halves(sha256);
        for line in ["There is a new certificate. Its SHA-256:", first, second] {
            self.say(line);
        }
        self.status();
    }

    /// Other people are here now.
    pub fn people(&mut self, names: Vec<String>, count: usize) {
        (self.people, self.count) = (names, count);
        self.status();
    }

    /// How many people are here.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether somebody looks at this screen.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.live
    }

    /// Prints a sentence of its own.
    pub fn say(&self, sentence: &str) {
        let clear = if self.live { "\r\u{1b}[2K" } else { "" };
        self.print(&format!("{clear}{INDENT}{sentence}\n"));
    }

    fn status(&self) {
        if self.live {
            let line = status_line(self.reached.as_ref(), &self.people, self.count);
            self.print(&format!("\r\u{1b}[2K{INDENT}{line}"));
        }
    }

    fn print(&self, text: &str) {
        self.printer.print(text);
    }
}

/// Whether the terminal shows colour, and the host wants it.
#[must_use]
pub fn has_colour() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

fn status_line(reached: Option<&(&'static str, String)>, names: &[String], count: usize) -> String {
    let door = match reached {
        Some((what, at)) => format!("✓ a {what} got through ({at})"),
        None => "waiting for the first phone…".to_owned(),
    };
    let people = match count {
        0 => String::new(),
        1 => format!("      1 person{}", list(names, 1)),
        n => format!("      {n} people{}", list(names, n)),
    };
    door + &people
}

/// The first names; a line of a hundred would wrap.
fn list(names: &[String], count: usize) -> String {
    const SHOWN: usize = 4;
    let shown = names.len().min(SHOWN);
    match (shown, count - shown.min(count)) {
        (0, _) => String::new(),
        (_, 0) => format!(": {}", names.join(", ")),
        (_, more) => format!(": {} and {more} more", names[..shown].join(", ")),
    }
}

/// A duration as people say it: `30 s`, `15 min`, `8 h`.
#[must_use]
pub fn spoken(duration: Duration) -> String {
    match duration.as_secs() {
        s if s >= 3_600 && s % 3_600 == 0 => format!("{} h", s / 3_600),
        s if s >= 60 && s % 60 == 0 => format!("{} min", s / 60),
        s if s > 180 => format!("{} min", s / 60),
        s => format!("{s} s"),
    }
}

/// Bytes as people say them: `212 KB`.
#[must_use]
pub fn spoken_bytes(bytes: usize) -> String {
    match bytes {
        0..=999 => format!("{bytes} bytes"),
        1_000..=999_999 => format!("{:.1} KB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_spoken() {
        let spoken = |s| spoken(Duration::from_secs(s));
        assert_eq!(
            [spoken(30), spoken(900), spoken(28_800), spoken(200)],
            ["30 s", "15 min", "8 h", "3 min"]
        );
    }

    #[test]
    fn the_line_below_tells_who_is_here() {
        let names: Vec<_> = ["Calm Heron", "Milo"].map(String::from).into();
        assert_eq!(status_line(None, &[], 0), "waiting for the first phone…");
        assert_eq!(
            status_line(Some(&("phone", "14:02:11".into())), &names, 2),
            "✓ a phone got through (14:02:11)      2 people: Calm Heron, Milo"
        );
    }
}
