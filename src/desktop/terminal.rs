//! The terminal: below the greeting one line that tells what happens. Data goes to
//! stdout, logs stay out of it on stderr.

use std::collections::BTreeMap;

use super::certificate;
use super::greeting::{Drawing, Greeting, Stands};
use super::logs;
use super::printer::Printer;
use super::screen::CLEAR;
use super::text::{INDENT, cut, shown, tame, width, wrap};
use crate::base::door::Door;
use crate::base::network::Cause;
use crate::base::screen::Screen;

/// Empties that row and all below it, where a window of another size may hold what once stood there.
const CLEAR_BELOW: &str = "\r\u{1b}[J";
/// Empties the rest of a row; at its beginning, since behind a full row it would take the last letter.
const CLEAR_ROW: &str = "\u{1b}[K";

/// The host's screen.
pub struct Terminal {
    printer: Printer,
    /// What it is at the moment: windows change their size.
    screen: fn() -> Screen,
    /// What was shown last, and how it would be drawn now.
    greeting: Option<Greeting>,
    /// Where the last QR stands.
    code: Option<Stands>,
    /// Rows that were printed below it since.
    below: usize,
    /// Who got through last, and when.
    reached: Option<(&'static str, String)>,
    people: Vec<String>,
    count: usize,
    /// Whether two people were here at once: the way in works.
    came: bool,
    /// How many are in pads that are not shown, where somebody is.
    others: BTreeMap<String, usize>,
    /// What a screen without escape sequences was told last.
    told: String,
    /// What was shown of a pad that goes over to another machine, which may not take it after all.
    away: Option<Greeting>,
}

impl Terminal {
    /// Returns a screen on which nothing stands yet.
    #[must_use]
    pub fn new(printer: Printer, screen: fn() -> Screen) -> Self {
        let (greeting, code, below, told) = (None, None, 0, String::new());
        let (reached, people, count) = (None, Vec::new(), 0);
        let (came, others) = (false, BTreeMap::new());
        let away = None;
        Self {
            printer,
            screen,
            greeting,
            code,
            below,
            reached,
            people,
            count,
            came,
            others,
            told,
            away,
        }
    }

    /// Prints the greeting.
    pub fn greet(&mut self, greeting: Greeting) {
        let screen = (self.screen)();
        self.draw(greeting.text(&screen), &screen);
        self.greeting = Some(greeting);
        self.status();
    }

    /// The network has changed: prints the new code.
    pub fn moved(&mut self, greeting: Greeting) {
        (self.reached, self.came) = (None, false);
        let screen = (self.screen)();
        self.draw(greeting.moved(&screen), &screen);
        self.greeting = Some(greeting);
        self.status();
    }

    /// The host has made new links: prints the new code.
    pub fn renewed(&mut self, greeting: Greeting) {
        let screen = (self.screen)();
        self.draw(greeting.renewed(&screen), &screen);
        self.greeting = Some(greeting);
        self.status();
    }

    /// What is drawn the next time is this.
    pub fn now(&mut self, greeting: Greeting) {
        self.greeting = Some(greeting);
    }

    /// The host has begun the pad afresh: prints its code, which is another one but where it stands.
    pub fn afresh(&mut self, greeting: Greeting) {
        let screen = (self.screen)();
        self.draw(greeting.afresh(&screen), &screen);
        let own = greeting.host_link.clone();
        self.greeting = Some(greeting);
        self.linked(&own);
    }

    /// The life that had other links is over: prints the code that stands.
    pub fn stands(&mut self, greeting: Greeting) {
        let screen = (self.screen)();
        self.draw(greeting.stands(&screen), &screen);
        self.greeting = Some(greeting);
        self.status();
    }

    /// The window has another size: what does not fit into it any more is drawn anew.
    pub fn resized(&mut self) {
        let screen = (self.screen)();
        let Some(greeting) = self.greeting.as_ref().filter(|_| screen.draws()) else { return };
        let whole = match self.code {
            Some(code) => {
                let fits = code.columns <= screen.columns && self.stays(code, &screen);
                // A window that was made wider again has room for the facts beside the code.
                fits && (code.beside || !greeting.text(&screen).is_beside())
            }
            None => greeting.again(&screen).is_none(),
        };
        if !whole {
            let drawing = greeting.text(&screen);
            self.say_rows(vec![String::new()]);
            self.draw(drawing, &screen);
        }
        self.status();
    }

    /// So many rows of a log have come below what was printed last.
    pub fn logged(&mut self, rows: usize) {
        self.below += rows;
        self.keep_code();
    }

    /// A scan of the code that stands has begun another life of the pad.
    pub fn begun(&mut self, greeting: Greeting) {
        let (pad, link) = (&greeting.pad, &greeting.host_link);
        let sentence = format!("{pad} lives again, empty. Your own page: {link}");
        self.greeting = Some(greeting);
        self.say(&sentence);
    }

    /// The host's short link was used; this is the next one.
    pub fn linked(&mut self, link: &str) {
        if let Some(greeting) = &mut self.greeting {
            greeting.host_link = link.to_owned();
            self.say(&format!("Your own page, once more: {link}"));
        }
    }

    /// A foreign device has fetched the join page, at this time of day.
    pub fn reached(&mut self, what: &'static str, at: String) {
        self.reached = Some((what, at));
        self.status();
    }

    /// Nobody has come yet: tells what may be in the way; in a low window only as much as leaves the
    /// code on it.
    pub fn unreached(&mut self, causes: &[Cause]) {
        const FIRST: &str =
            "No phone has got through yet. If one tried, this helps, likeliest first:";
        let screen = (self.screen)();
        let again = self.greeting.as_ref().and_then(|greeting| greeting.again(&screen)?.code);
        let room = again.map_or(usize::MAX, |code| screen.rows.saturating_sub(code.rows + 1));
        let mut rows = self.paragraph(FIRST, "", "");
        for (n, Cause { why, fix, .. }) in causes.iter().enumerate() {
            let mut more = self.paragraph(why, "- ", "  ");
            more.extend(self.paragraph(fix, "  ", "  "));
            if n > 0 && rows.len() + more.len() > room {
                break;
            }
            rows.extend(more);
        }
        self.say_rows(rows);
        self.keep_code();
    }

    /// There is another certificate, whose fingerprint people compare.
    pub fn certificate(&mut self, sha256: &str) {
        let (first, second) = certificate::halves(sha256);
        let lines = ["There is a new certificate. Its SHA-256:", first, second];
        let rows = lines.iter().flat_map(|line| self.paragraph(line, "", "")).collect();
        self.say_rows(rows);
        self.keep_code();
    }

    /// Other people are in this pad now. By name they are told where it is the one that is shown.
    pub fn people(&mut self, pad: &str, names: &[String], count: usize) {
        if self.greeting.as_ref().is_none_or(|shown| shown.pad != pad) {
            self.others.insert(pad.to_owned(), count);
            self.others.retain(|_, count| *count > 0);
        } else {
            self.people = names.iter().map(|name| tame(name)).collect();
            self.count = count;
        }
        self.came |= count > 1;
        self.status();
    }

    /// How many people are here, in all pads.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count + self.others.values().sum::<usize>()
    }

    /// Whether somebody looks at this screen.
    #[must_use]
    pub fn is_live(&self) -> bool {
        (self.screen)().live
    }

    /// Prints a sentence of its own.
    pub fn say(&mut self, sentence: &str) {
        let rows = self.paragraph(sentence, "", "");
        self.say_rows(rows);
        self.keep_code();
    }

    /// A pad goes on at another machine: its code leads here no more, but for one that stands.
    pub fn goes_over(&mut self, pad: &str, sentence: &str) {
        let goes = |shown: &mut Greeting| shown.pad == pad && !shown.standing;
        if let Some(shown) = self.greeting.take_if(goes) {
            (self.away, self.code) = (Some(shown), None);
        }
        self.say(sentence);
    }

    /// The machine that took it is not heard any more: its code leads here again.
    pub fn stays_here(&mut self, pad: &str, sentence: &str) {
        self.say(sentence);
        if let Some(shown) = self.away.take_if(|shown| shown.pad == pad) {
            self.greet(shown);
        }
    }

    /// A pad has ended: its code is drawn no more, but for one that stands.
    pub fn ended(&mut self, pad: &str, sentence: &str) {
        let standing = self.greeting.as_ref().filter(|shown| shown.pad == pad && shown.standing);
        if let Some(shown) = standing {
            let opens = match shown.door {
                Door::Closed => "Its door is closed: the code opens no new one.",
                Door::Open | Door::Knock => "Its code opens a new one.",
            };
            return self.say(&format!("{sentence} {opens}"));
        }
        self.others.remove(pad);
        self.away.take_if(|shown| shown.pad == pad);
        if self.greeting.take_if(|greeting| greeting.pad == pad).is_some() {
            (self.code, self.count) = (None, 0);
            self.people.clear();
        }
        let rows = self.paragraph(sentence, "", "");
        self.say_rows(rows);
    }

    /// Draws the code again where other rows have pushed it off the screen.
    fn keep_code(&mut self) {
        let screen = (self.screen)();
        let gone = self.code.is_some_and(|code| !self.stays(code, &screen));
        let again = self.greeting.as_ref().filter(|_| gone).and_then(|g| g.again(&screen));
        if let Some(drawing) = again {
            self.draw(drawing, &screen);
        }
        self.status();
    }

    /// Whether no other device can join at the moment.
    fn is_alone(&self) -> bool {
        self.greeting.as_ref().is_some_and(|greeting| greeting.alone.is_some())
    }

    /// Whether all rows of the code are on the screen.
    fn stays(&self, code: Stands, screen: &Screen) -> bool {
        code.rows + self.below < screen.rows
    }

    fn draw(&mut self, drawing: Drawing, screen: &Screen) {
        let text = match screen.live && screen.draws() {
            true => format!("{CLEAR_BELOW}{}", over_others(&drawing.text)),
            false => drawing.text,
        };
        self.printer.print(text);
        (self.code, self.below) = (drawing.code, 0);
    }

    /// A sentence as rows of this screen.
    fn paragraph(&self, sentence: &str, first: &str, rest: &str) -> Vec<String> {
        let screen = (self.screen)();
        let indent = if screen.draws() { INDENT } else { "" };
        let (first, rest) = (format!("{indent}{first}"), format!("{indent}{rest}"));
        wrap(sentence, (&first, &rest), screen.columns)
    }

    fn say_rows(&mut self, rows: Vec<String>) {
        let screen = (self.screen)();
        // A row that is an address may be wider than the screen.
        let on_screen = |row: &String| width(row).div_ceil(screen.columns.max(1)).max(1);
        self.below += rows.iter().map(on_screen).sum::<usize>();
        let text = format!("{}\n", shown(&rows.join("\n"), &screen));
        self.printer.print(match screen.live && screen.draws() {
            true => format!("{CLEAR}{}", over_others(&text)),
            false => text,
        });
    }

    fn status(&mut self) {
        let screen = (self.screen)();
        if !screen.live {
            return;
        }
        // In the last column a terminal would begin another row.
        let room = screen.columns.saturating_sub(INDENT.len() + 1);
        let door = match &self.reached {
            Some((what, at)) => format!("✓ a {what} got through ({at})"),
            None if self.came => String::new(), // two people have two devices
            None if self.is_alone() => "no phone can join".to_owned(),
            None => "waiting for the first phone…".to_owned(),
        };
        let elsewhere = &elsewhere(&self.others);
        let here = WhoIsHere { names: &self.people, count: self.count, elsewhere };
        let line = status_line(&door, &here, room);
        if screen.draws() {
            logs::open_row();
            self.printer.print(format!("{CLEAR}{INDENT}{line}"));
        } else if line != self.told {
            self.printer.print(format!("{}\n", shown(&line, &screen)));
            self.told = line;
        }
    }
}

/// Rows that leave nothing of what stood in their place.
fn over_others(text: &str) -> String {
    text.split_inclusive('\n').map(|row| format!("{CLEAR_ROW}{row}")).collect()
}

/// Who is in other pads than the one that is shown.
fn elsewhere(others: &BTreeMap<String, usize>) -> String {
    let people: usize = others.values().sum();
    match others.iter().next() {
        None => String::new(),
        Some((pad, _)) if others.len() == 1 => format!(" · {people} in {pad}"),
        Some(_) => format!(" · {people} in {} other pads", others.len()),
    }
}

/// Who is in the pad that is shown, and in others.
struct WhoIsHere<'a> {
    /// As many as are known.
    names: &'a [String],
    count: usize,
    elsewhere: &'a str,
}

/// Who got through and who is here, with as many names as there is room for.
fn status_line(door: &str, here: &WhoIsHere<'_>, room: usize) -> String {
    /// More names nobody reads.
    const SHOWN: usize = 4;
    let WhoIsHere { names, count, elsewhere } = *here;
    let gap = if door.is_empty() { "" } else { "      " };
    let here = match count {
        0 if elsewhere.is_empty() => return cut(door, room),
        0 => "nobody".to_owned(),
        1 => "1 person".to_owned(),
        n => format!("{n} people"),
    };
    let mut line = String::new();
    for named in (0..=names.len().min(SHOWN)).rev() {
        line = format!("{door}{gap}{here}{}{elsewhere}", list(&names[..named], count));
        if width(&line) <= room {
            return line;
        }
    }
    cut(&line, room)
}

fn list(names: &[String], count: usize) -> String {
    let more = count.saturating_sub(names.len());
    match (names, more) {
        ([], _) => String::new(),
        (_, 0) => format!(": {}", names.join(", ")),
        (_, more) => format!(": {} and {more} more", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_below_tells_who_is_here_as_far_as_there_is_room() {
        let names: Vec<_> = ["Calm Heron", "Milo"].map(String::from).into();
        let here = |names, count| WhoIsHere { names, count, elsewhere: "" };
        assert_eq!(status_line("no phone can join", &here(&[], 0), 77), "no phone can join");
        let told = |room| status_line("✓ a phone got through (14:02:11)", &here(&names, 2), room);
        let all = "✓ a phone got through (14:02:11)      2 people: Calm Heron, Milo";
        assert_eq!(told(77), all);
        assert_eq!(told(60), "✓ a phone got through (14:02:11)      2 people");
        assert_eq!(told(20), "✓ a phone got throu…");
        let wide = ["会議の書記".repeat(6), "Milo".into()];
        let line = status_line("", &here(&wide, 9), 60);
        assert!(width(&line) <= 60, "{line}");
    }

    #[test]
    fn people_of_another_pad_take_nobodys_place_on_the_line() {
        let mut others = BTreeMap::from([("retro".to_owned(), 3)]);
        let names = ["Milo".to_owned()];
        let elsewhere_now = elsewhere(&others);
        let here = WhoIsHere { names: &names, count: 1, elsewhere: &elsewhere_now };
        let told = status_line("", &here, 77);
        assert_eq!(told, "1 person: Milo · 3 in retro");
        others.insert("plan".to_owned(), 2);
        let elsewhere_now = elsewhere(&others);
        let here = WhoIsHere { names: &[], count: 0, elsewhere: &elsewhere_now };
        let told = status_line("", &here, 77);
        assert_eq!(told, "nobody · 5 in 2 other pads");
        let (texts, _printed) = std::sync::mpsc::sync_channel(64);
        let mut terminal = Terminal::new(Printer::to(texts), || Screen::PIPE);
        terminal.people("notes", &names, 2);
        terminal.people("notes", &names, 1);
        assert!(terminal.came && terminal.count() == 1, "the way in works, whoever has left");
    }
}
