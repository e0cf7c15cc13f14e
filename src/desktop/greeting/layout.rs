//! Where the parts of a greeting with a QR go: facts beside the code where every row fits unbroken,
//! else below it; and where the whole is higher than the screen, the code comes last and stays.

use super::facts::{BESIDE, row};
use super::{Drawing, Greeting, Stands};
use crate::base::screen::Screen;
use crate::desktop::text::{INDENT, alone, paragraph, width};

/// Between a code and what stands beside it.
const GAP: &str = "    ";

/// The row at the foot that tells what happens; the cursor stays there.
const STATUS: usize = 1;

/// Whether a code fits whole, above the row at the foot.
pub(super) fn fits(code: &[String], screen: &Screen) -> bool {
    let side = code.first().map_or(0, |row| width(row));
    side <= screen.columns && code.len() + STATUS <= screen.rows
}

/// One greeting and the screen that it is for.
pub(super) struct Layout<'a> {
    greeting: &'a Greeting,
    columns: usize,
    rows: usize,
    /// Whether somebody looks at it.
    live: bool,
    /// The rows of the code, indented where there is room.
    code: Vec<String>,
}

impl<'a> Layout<'a> {
    pub(super) fn new(greeting: &'a Greeting, screen: &Screen, code: Vec<String>) -> Self {
        let code = code.iter().map(|row| alone(row, screen.columns)).collect();
        Self {
            greeting,
            columns: screen.columns,
            rows: screen.rows - STATUS,
            live: screen.live,
            code,
        }
    }

    /// The whole greeting.
    pub(super) fn whole(&self) -> Drawing {
        let title = self.title();
        let beside = self.beside();
        let airy = beside.as_ref().map(|rows| {
            let mut all = join(&[title.clone(), rows.clone(), self.own_page()], true);
            all.push(String::new());
            (title.len() + 1, join(&[all, self.notices(true), self.ending()], false))
        });
        let tight = beside.map(|rows| {
            let parts = [title.clone(), rows, self.own_page_in_a_row(), self.last_words()];
            (title.len(), join(&parts, false))
        });
        let facts = join(&[self.greeting.typed(self.columns), self.network()], false);
        let below = {
            let mut all = join(&[title.clone(), self.code.clone(), facts.clone()], false);
            all.push(String::new());
            (title.len(), join(&[all, self.own_page(), self.last_words()], false))
        };
        let low = {
            let own = self.own_page_in_a_row();
            let parts = [title.clone(), self.code.clone(), facts, own, self.last_words()];
            (title.len(), join(&parts, false))
        };
        let candidates = [(airy, true), (tight, true), (Some(below), false), (Some(low), false)];
        let fits = |(rows, beside): (Option<(usize, Vec<String>)>, bool)| {
            let (top, rows) = rows.filter(|(_, rows)| rows.len() <= self.rows)?;
            Some(drawing(&rows, top, beside))
        };
        candidates.into_iter().find_map(fits).unwrap_or_else(|| {
            let parts = [title, self.own_page_in_a_row(), self.last_words(), self.network()];
            self.below(join(&parts, false))
        })
    }

    /// These rows, and the code last, so that it stays on the screen; what people type stands below
    /// it where there is room, else above.
    pub(super) fn below(&self, mut rows: Vec<String>) -> Drawing {
        let typed = self.greeting.typed(self.columns);
        let has_room = self.code.len() + typed.len() <= self.rows;
        if !has_room {
            rows.extend(typed.iter().cloned());
        }
        let top = rows.len();
        rows.extend(self.code.iter().cloned());
        if has_room {
            rows.extend(typed);
        }
        drawing(&rows, top, false)
    }

    /// Version and name, and at the right edge how long it lives.
    fn title(&self) -> Vec<String> {
        let version = format!("{INDENT}fadepad {}", env!("CARGO_PKG_VERSION"));
        let (pad, life) = (&self.greeting.pad, self.greeting.life());
        let named = format!("{version}{GAP}{pad}");
        let used = width(&named) + width(&life) + INDENT.len();
        if used + GAP.len() <= self.columns {
            return vec![format!("{named}{}{life}", " ".repeat(self.columns - used))];
        }
        let mut rows = match width(&named) <= self.columns {
            true => vec![named],
            false => vec![version, alone(pad, self.columns)],
        };
        rows.extend(paragraph(&life, self.columns));
        rows
    }

    /// The code, and the facts beside a part of it that is a little above its middle; `None` where
    /// one of them would break.
    fn beside(&self) -> Option<Vec<String>> {
        let mut facts = Vec::new();
        for (title, value) in self.greeting.facts() {
            if !facts.is_empty() {
                facts.push(String::new());
            }
            facts.push(format!("{title:<BESIDE$}{value}"));
        }
        let first = (self.code.len().saturating_sub(facts.len()) / 2).saturating_sub(1);
        let mut rows = self.code.clone();
        for (row, fact) in rows.iter_mut().skip(first).zip(&facts).filter(|(_, f)| !f.is_empty()) {
            row.push_str(GAP);
            row.push_str(fact);
        }
        rows.iter().all(|row| width(row) <= self.columns).then_some(rows)
    }

    fn network(&self) -> Vec<String> {
        let line = self.greeting.network_line();
        line.map_or_else(Vec::new, |line| {
            row(("Network", &line), (INDENT, super::facts::BELOW), self.columns)
        })
    }

    fn own_page(&self) -> Vec<String> {
        self.greeting.own_page(self.columns).into()
    }

    fn own_page_in_a_row(&self) -> Vec<String> {
        let tab = super::facts::BELOW;
        let one = format!("{INDENT}{:<tab$}{}", "Your own page", self.greeting.host_link);
        if width(&one) <= self.columns { vec![one] } else { self.own_page() }
    }

    /// Notices, with air below them where there is room.
    fn notices(&self, airy: bool) -> Vec<String> {
        let notices = self.greeting.notices();
        let mut rows: Vec<_> =
            notices.iter().flat_map(|notice| paragraph(notice, self.columns)).collect();
        if airy && !rows.is_empty() {
            rows.push(String::new());
        }
        rows
    }

    fn ending(&self) -> Vec<String> {
        paragraph(&self.greeting.ending(self.live), self.columns)
    }

    fn last_words(&self) -> Vec<String> {
        join(&[self.notices(false), self.ending()], false)
    }
}

fn join(parts: &[Vec<String>], airy: bool) -> Vec<String> {
    if airy { parts.join(&String::new()) } else { parts.concat() }
}

/// A drawing whose code begins in this row.
fn drawing(rows: &[String], top: usize, beside: bool) -> Drawing {
    let columns = rows.iter().map(|row| width(row)).max().unwrap_or(0);
    let code = Some(Stands { rows: rows.len() - top, columns, beside });
    let ends = |row: &String| format!("{}\n", row.trim_end());
    Drawing { text: rows.iter().map(ends).collect(), code }
}
