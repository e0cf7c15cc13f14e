//! The terminal: one screen of greeting, one line below it that tells what happens. Data goes to
//! stdout, logs stay out of it on stderr.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _};
use std::time::Duration;

use super::lan::Address;
use super::printer::Printer;
use super::qr;

/// What the greeting shows.
#[derive(Clone, Debug)]
pub struct Greeting {
    /// The pad's name.
    pub pad: String,
    /// The link that the QR holds.
    pub join_url: String,
    /// What people type.
    pub address: String,
    /// The code in two groups of three.
    pub code: String,
    /// The network of that address.
    pub network: Option<Address>,
    /// How many further networks there are.
    pub other_networks: usize,
    /// The host's own link.
    pub host_url: String,
    /// The time the pad outlives its last person.
    pub grace: Duration,
    /// Whether the QR is drawn.
    pub qr: bool,
    /// Whether limits are enforced.
    pub limits: bool,
    /// Whether the system may swap memory to a disk.
    pub may_swap: bool,
    /// The running process that has taken the pad, where this one only brought it.
    pub runs_in: Option<u32>,
}

/// How wide the left column is where no QR is drawn.
const INDENT: &str = "  ";

/// The host's screen.
pub struct Terminal {
    printer: Printer,
    live: bool,
    colour: bool,
    reached: Option<&'static str>,
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

    /// A foreign device has fetched the join page.
    pub fn reached(&mut self, what: &'static str) {
        self.reached = Some(what);
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
            let line = status_line(self.reached, &self.people, self.count);
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

fn status_line(reached: Option<&str>, names: &[String], count: usize) -> String {
    let door = match reached {
        Some(what) => format!("✓ a {what} got through"),
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

impl Greeting {
    /// The greeting as it is printed.
    #[must_use]
    pub fn text(&self, colour: bool) -> String {
        let mut out = format!(
            "\n{INDENT}fadepad {}    {:<24}    {}\n\n",
            env!("CARGO_PKG_VERSION"),
            self.pad,
            life(self.grace)
        );
        let facts = self.facts();
        let drawn = self.qr.then(|| qr::lines(&self.join_url, colour)).flatten();
        let drawn = drawn.unwrap_or_default();
        let first = drawn.len().saturating_sub(facts.len()) / 2;
        let rows = drawn.len().max(facts.len());
        for row in 0..rows {
            let code = drawn.get(row).map_or("", String::as_str);
            let fact = row.checked_sub(first).and_then(|n| facts.get(n)).map_or("", String::as_str);
            let _ = writeln!(out, "{}", format!("{INDENT}{code}    {fact}").trim_end());
        }
        out.push('\n');
        if self.may_swap {
            let _ = writeln!(
                out,
                "{INDENT}This system may swap memory to its disk; it could not be kept from it.\n"
            );
        }
        if !self.limits {
            let _ = writeln!(
                out,
                "{INDENT}LIMITS ARE OFF: anyone can fill this machine. For load tests only.\n"
            );
        }
        let _ = match self.runs_in {
            None => writeln!(
                out,
                "{INDENT}Ctrl-C ends the pad for everyone (asks once when people are here)\n"
            ),
            Some(pid) => writeln!(
                out,
                "{INDENT}The Fadepad that runs here already (process {pid}) has taken this pad\n"
            ),
        };
        out
    }

    fn facts(&self) -> Vec<String> {
        let mut facts = vec![
            format!("Scan, or type     {}", self.address),
            format!("Code              {}", self.code),
        ];
        match &self.network {
            Some(network) => {
                let others = match self.other_networks {
                    0 => "",
                    _ => "   others: --list-interfaces",
                };
                facts.push(format!("Network           {}{others}", network.interface));
            }
            None => facts.push("Network           none: only this machine can join".into()),
        }
        facts.push(String::new());
        facts.push(format!("Your own page     {}", self.host_url));
        facts
    }
}

fn life(grace: Duration) -> String {
    format!("lives while someone is here, then {}", spoken(grace))
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
            status_line(Some("phone"), &names, 2),
            "✓ a phone got through      2 people: Calm Heron, Milo"
        );
    }
}
