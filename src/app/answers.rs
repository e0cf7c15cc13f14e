//! Who knocks is let in from the terminal: each of them has a number there, so that an answer never meets the next one.

use std::collections::VecDeque;

use super::App;
use crate::base::ids::{Epoch, Person};
use crate::base::names::PadName;
use crate::desktop::text::tame;
use crate::room::core::knocks::{Knocker, MAX_KNOCKS};
use crate::room::lobby::Pad;
use crate::room::message::{Event, HostCommand};

/// Of so many the numbers are known: all that can wait in a few pads.
const KNOWN: usize = 4 * MAX_KNOCKS;

/// Somebody who has knocked.
struct Numbered {
    number: usize,
    pad: PadName,
    epoch: Epoch,
    person: Person,
    name: String,
    /// How often it was told that they are called something else.
    renamed: usize,
}

/// More of one who goes on being called something else nobody reads.
const RENAMED: usize = 3;

/// Who has knocked, by the numbers that were printed.
#[derive(Default)]
pub(super) struct NumberedKnocks {
    last: usize,
    known: VecDeque<Numbered>,
}

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TypedAnswer {
    /// This number comes in, or not now.
    Answer(usize, bool),
    Nothing,
    Unknown,
}

impl NumberedKnocks {
    /// The number of who knocks now.
    pub(super) fn number(&mut self, event: &Event, who: &Knocker) -> usize {
        self.last += 1;
        if self.known.len() >= KNOWN {
            self.known.pop_front();
        }
        let (pad, epoch, person) = (event.pad.clone(), event.epoch, who.person);
        let (number, name) = (self.last, quoted(who.look.name.as_deref()));
        self.known.push_back(Numbered { number, pad, epoch, person, name, renamed: 0 });
        number
    }

    /// Who waits is called something else since: what is said of it, where something is.
    pub(super) fn renamed(&mut self, event: &Event, who: &Knocker) -> Option<String> {
        let is_theirs = |known: &&mut Numbered| {
            (&known.pad, known.epoch, known.person) == (&event.pad, event.epoch, who.person)
        };
        let known = self.known.iter_mut().rev().find(is_theirs)?;
        known.name = quoted(who.look.name.as_deref());
        known.renamed += 1;
        (known.renamed <= RENAMED)
            .then(|| format!("Number {} is called {} now.", known.number, known.name))
    }

    fn take(&mut self, number: usize) -> Option<Numbered> {
        let at = self.known.iter().position(|known| known.number == number)?;
        self.known.remove(at)
    }
}

/// Somebody's name as it may stand in a row of ours: nothing in it ends the quotes or moves the cursor.
pub(super) fn quoted(name: Option<&str>) -> String {
    match name.map(tame).filter(|name| !name.is_empty()) {
        Some(name) => format!("\"{}\"", name.replace('"', "'")),
        None => "Somebody".to_owned(),
    }
}

fn said(line: &str) -> TypedAnswer {
    let line = line.trim();
    let mut letters = line.chars();
    let let_in = match letters.next() {
        None => return TypedAnswer::Nothing,
        Some('y' | 'Y') => true,
        Some('n' | 'N') => false,
        Some(_) => return TypedAnswer::Unknown,
    };
    letters
        .as_str()
        .trim()
        .parse()
        .map_or(TypedAnswer::Unknown, |number| TypedAnswer::Answer(number, let_in))
}

impl App {
    /// Somebody has typed a line: what they are told.
    pub(super) async fn typed(&self, line: &str, knocks: &mut NumberedKnocks) -> Option<String> {
        Some(match said(line) {
            TypedAnswer::Nothing => return None,
            // Before anybody has knocked a line is none of ours.
            TypedAnswer::Unknown if knocks.last == 0 => return None,
            TypedAnswer::Unknown => format!(
                "{:?} is no answer: y{last} lets number {last} in, n{last} does not now.",
                tame(&line.chars().take(20).collect::<String>()),
                last = knocks.last,
            ),
            TypedAnswer::Answer(number, let_in) => match knocks.take(number) {
                None => format!("Nobody of number {number} waits."),
                Some(who) => self.answer(&who, let_in).await,
            },
        })
    }

    async fn answer(&self, who: &Numbered, let_in: bool) -> String {
        let Numbered { number, pad, epoch, person, name, .. } = who;
        let here = self.server.lobby.get(pad).filter(|pad| pad.epoch == *epoch);
        match answer_who_waits(here.as_ref(), *person, let_in).await {
            false => format!("{name}, number {number}, does not wait any more."),
            true if let_in => format!("{name} comes into {pad}."),
            true => format!("{name} does not come into {pad} now."),
        }
    }
}

/// Answers somebody who knocks there, where they still do; whether they did.
pub(super) async fn answer_who_waits(pad: Option<&Pad>, person: Person, let_in: bool) -> bool {
    let Some(pad) = pad else { return false };
    pad.room.steer(HostCommand::Knock { person, let_in }).await.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ids::Role;
    use crate::room::core::knocks::{Look, Way};
    use crate::room::message::EventKind;

    #[test]
    fn a_line_is_an_answer_by_its_number_and_nothing_else_is() {
        for (line, meant) in [
            ("y1", TypedAnswer::Answer(1, true)),
            (" Y 12 ", TypedAnswer::Answer(12, true)),
            ("n3", TypedAnswer::Answer(3, false)),
            ("", TypedAnswer::Nothing),
            ("  ", TypedAnswer::Nothing),
            ("y", TypedAnswer::Unknown),
            ("yes", TypedAnswer::Unknown),
            ("1", TypedAnswer::Unknown),
            ("y-1", TypedAnswer::Unknown),
            ("y99999999999999999999", TypedAnswer::Unknown),
        ] {
            assert_eq!(said(line), meant, "{line:?}");
        }
    }

    #[test]
    fn a_name_ends_no_quotes_and_moves_no_cursor() {
        assert_eq!(quoted(Some("Sam\u{1b}[2J\" y1 \u{202e}\r\n")), "\"Sam[2J' y1 \"");
        assert_eq!(quoted(Some("\u{7}")), "Somebody");
        assert_eq!(quoted(None), "Somebody");
    }

    #[test]
    fn numbers_go_on_and_only_the_last_are_known() {
        let mut knocks = NumberedKnocks::default();
        let who = Knocker {
            person: Person(1),
            role: Role::Edit,
            generation: 0,
            origin: std::net::IpAddr::from([127, 0, 0, 1]).into(),
            way: Way::Code,
            device: "phone",
            look: Look::default(),
        };
        let (pad, epoch) = ("notes".parse().unwrap(), Epoch(1));
        let event = Event { pad, epoch, kind: EventKind::Opened };
        for number in 1..=2 * KNOWN {
            assert_eq!(knocks.number(&event, &who), number);
        }
        let look = Look { name: Some("Tom".into()), colour: None };
        let tom = Knocker { look, ..who.clone() };
        let told = [(); RENAMED + 1].map(|()| knocks.renamed(&event, &tom));
        let first = format!("Number {} is called \"Tom\" now.", 2 * KNOWN);
        assert_eq!((&told[0], &told[RENAMED]), (&Some(first), &None), "and not without end");
        let nobody = Knocker { person: Person(2), ..tom };
        assert_eq!(knocks.renamed(&event, &nobody), None);
        assert!(knocks.take(KNOWN).is_none() && knocks.take(2 * KNOWN).is_some());
        assert!(knocks.take(2 * KNOWN).is_none(), "answered once");
    }
}
