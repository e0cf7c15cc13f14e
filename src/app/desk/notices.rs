//! When the desktop shows a notice, and what it says: the first one is here, a pad is about to
//! fade, a pad has ended.

use std::collections::{BTreeSet, HashMap};
use std::time::{Duration, Instant};

use tokio::sync::{mpsc, oneshot};

use crate::app::events::{ended, receipt};
use crate::base::clock::now;
use crate::base::ids::{Epoch, Person};
use crate::base::names::PadName;
use crate::desktop::human::human_duration;
use crate::desktop::notice::{Notice, Notices, Question};
use crate::room::core::life::seconds;
use crate::room::lobby::Pad;
use crate::room::message::{Event, EventKind, Overview};

/// How long before its end a pad is told of: long enough to walk back and copy the text.
const WARN_BEFORE: Duration = Duration::from_secs(300);
/// A grace shorter than this many times that is warned of at this part of it.
const PART_OF_GRACE: u32 = 3;

/// So soon after one notice of who knocks there is no other: whoever knocks meanwhile is in the next.
const KNOCKS_TOLD: Duration = Duration::from_secs(15);

/// Answers that wait for the desk: a person clicks no faster.
const ANSWERS: usize = 8;

/// The buttons of who knocks, and the notice itself.
const KNOCK_BUTTONS: &[(&str, &str)] =
    &[("let_in", "Let in"), ("not_now", "Not now"), ("default", "Open the pad")];

/// What the host has chosen in the notice of who knocks.
#[derive(Debug)]
pub(super) struct NoticeAnswer {
    pub(super) pad: PadName,
    pub(super) epoch: Epoch,
    pub(super) person: Person,
    /// Whether they come in; `None`: the host looks at the pad.
    pub(super) let_in: Option<bool>,
}

/// Decides what is worth a notice.
pub(super) struct NoticePolicy {
    notices: Option<Notices>,
    pads: HashMap<PadName, Seen>,
    answers: mpsc::Sender<NoticeAnswer>,
}

/// What has been told of a pad.
#[derive(Default)]
struct Seen {
    /// The host's own page has been opened: the first person is the host.
    host: bool,
    greeted: bool,
    warned: bool,
    /// When it was told last that somebody knocks.
    knocked: Option<Instant>,
    /// Who knocks, by the notices that can be answered: one that is dropped goes.
    asked: Vec<(Person, oneshot::Sender<()>)>,
    /// Who waits and was told of.
    told: BTreeSet<Person>,
}

/// Somebody who waits, and what they are called.
type Waiting = (Person, Option<String>);

/// What is said of who knocks.
#[derive(Debug, PartialEq, Eq)]
struct KnockText {
    /// Where the notice has buttons.
    asked: String,
    /// Where it has none.
    told: String,
}

impl Seen {
    /// Somebody knocks: what is said of it, where something is.
    fn knock(&mut self, (name, of): (Option<&str>, usize), now: Instant) -> Option<KnockText> {
        if self.knocked.is_some_and(|at| now.saturating_duration_since(at) < KNOCKS_TOLD) {
            return None;
        }
        self.knocked = Some(now);
        let comes = format!("{} wants to come in", name.unwrap_or("Somebody"));
        let more = of.saturating_sub(1);
        Some(match more {
            0 => KnockText {
                asked: format!("{comes}."),
                told: format!("{comes}. Your page lets them in."),
            },
            _ => KnockText {
                asked: format!("{comes}. {more} more knock: your page shows who."),
                told: format!("{comes}, and {more} more. Your page lets them in."),
            },
        })
    }
}

impl Seen {
    /// Forgets who waits no more. Whom nothing was said of yet, and what is said now where it is time.
    fn still_wait(&mut self, waiting: &[Waiting], now: Instant) -> Option<(Person, KnockText)> {
        let waits = |who: &Person| waiting.iter().any(|(waits, _)| waits == who);
        self.asked.retain(|(who, open)| !open.is_closed() && waits(who));
        self.told.retain(waits);
        let untold: Vec<_> = waiting.iter().filter(|(who, _)| !self.told.contains(who)).collect();
        let (who, name) = untold.first()?;
        let text = self.knock((name.as_deref(), untold.len()), now)?;
        self.told.extend(untold.iter().map(|(who, _)| *who));
        Some((*who, text))
    }

    /// Shows that this person knocks, where it can be answered with the buttons of it.
    fn ask(&mut self, pad: (&PadName, Epoch), (person, text): (Person, KnockText), to: Teller<'_>) {
        let (open, over) = oneshot::channel();
        self.asked.push((person, open));
        let answer = answer_to(pad, person, to.answers.clone());
        let question = Question { text: text.asked, buttons: KNOCK_BUTTONS, answer, over };
        let (title, question) = (pad.0.to_string(), Some(question));
        to.notices.show(Notice { title, text: text.told, question });
    }
}

/// Who shows notices, and where their answers go.
#[derive(Clone, Copy)]
struct Teller<'a> {
    notices: &'a Notices,
    answers: &'a mpsc::Sender<NoticeAnswer>,
}

impl NoticePolicy {
    /// Shows notices, or none; and what is answered there.
    pub(super) fn new(shown: bool) -> (Self, mpsc::Receiver<NoticeAnswer>) {
        let notices = if shown { Notices::start() } else { None };
        let (answers, answered) = mpsc::channel(ANSWERS);
        (Self { notices, pads: HashMap::new(), answers }, answered)
    }

    /// The host's page of this pad is opened.
    pub(super) fn host_is_at(&mut self, pad: &Pad) {
        self.pads.entry(pad.name.clone()).or_default().host = true;
    }

    /// Something happened in a room.
    pub(super) fn event(&mut self, event: &Event) {
        let Some(notices) = &self.notices else { return };
        match &event.kind {
            EventKind::Joined(people) | EventKind::Named(people) => {
                let seen = self.pads.entry(event.pad.clone()).or_default();
                seen.warned = false;
                if !seen.greeted && people.people > usize::from(seen.host) {
                    seen.greeted = true;
                    notices.say(event.pad.as_str(), "The first one is here.");
                }
            }
            EventKind::Knock { who, of, again: false, .. } => {
                let seen = self.pads.entry(event.pad.clone()).or_default();
                let Some(text) = seen.knock((who.look.name.as_deref(), *of), now()) else { return };
                seen.told.insert(who.person);
                let to = Teller { notices, answers: &self.answers };
                seen.ask((&event.pad, event.epoch), (who.person, text), to);
            }
            EventKind::Ended(left) => {
                self.pads.remove(&event.pad);
                notices.say(&format!("{} {}", event.pad, ended(left.cause)), &receipt(left));
            }
            _ => {}
        }
    }

    /// Takes the notices away of who knocks no more, and tells of whom nothing was said yet; whether anybody knocks.
    pub(super) async fn look_at_doors(&mut self, pads: &[(Pad, Overview)]) -> bool {
        let Some(notices) = &self.notices else { return false };
        let to = Teller { notices, answers: &self.answers };
        for (pad, overview) in pads {
            let Some(seen) = self.pads.get_mut(&pad.name) else { continue };
            let waiting = match overview.knocks {
                0 => Vec::new(),
                _ => pad.room.knocks().await.unwrap_or_default(),
            };
            let waiting =
                waiting.into_iter().filter_map(|who| Some((who.id.parse().ok()?, who.name)));
            if let Some(news) = seen.still_wait(&waiting.collect::<Vec<_>>(), now()) {
                seen.ask((&pad.name, pad.epoch), news, to);
            }
        }
        pads.iter().any(|(_, overview)| overview.knocks > 0)
    }

    /// Warns of what is about to end; returns the time to the next warning.
    pub(super) fn look(&mut self, pads: &[(Pad, Overview)]) -> Option<Duration> {
        let notices = self.notices.as_ref()?;
        let mut next = None::<Duration>;
        for (pad, overview) in pads {
            // Of a last call its people are told, and the host began it or was warned before.
            let Some(left) = overview.ends_in.filter(|_| overview.ending.is_none()) else {
                continue;
            };
            let seen = self.pads.entry(pad.name.clone()).or_default();
            let early = left.saturating_sub(warn_before(overview));
            if !early.is_zero() {
                next = Some(next.map_or(early, |next| next.min(early)));
            } else if !seen.warned {
                seen.warned = true;
                notices.say(pad.name.as_str(), &warning(overview, left));
            }
        }
        next
    }
}

/// Sends on what the host chooses of this person.
fn answer_to(
    (pad, epoch): (&PadName, Epoch),
    person: Person,
    answers: mpsc::Sender<NoticeAnswer>,
) -> Box<dyn FnOnce(&str) + Send> {
    let pad = pad.clone();
    Box::new(move |word| {
        let let_in = match word {
            "let_in" => Some(true),
            "not_now" => Some(false),
            _ => None,
        };
        let _ = answers.try_send(NoticeAnswer { pad, epoch, person, let_in });
    })
}

fn warn_before(overview: &Overview) -> Duration {
    match overview.people.people {
        0 => WARN_BEFORE.min(overview.grace / PART_OF_GRACE),
        _ => WARN_BEFORE,
    }
}

fn warning(overview: &Overview, left: Duration) -> String {
    let left = human_duration(Duration::from_secs(seconds(left).max(1)));
    match overview.people.people {
        0 => format!("Nobody is here. It fades in {left}, and nothing brings it back."),
        _ => format!("It ends in {left}. Copy what you want to keep."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::message::People;

    fn overview(people: usize, grace: u64) -> Overview {
        let people = People { people, ..People::default() };
        let grace = Duration::from_secs(grace);
        let (state, hard_end) = ("fading", Duration::from_secs(86_400));
        let (ends_in, ending) = (None, None);
        Overview {
            state,
            people,
            knocks: 0,
            bytes: 0,
            grace,
            ends_in,
            ending,
            fades: true,
            hard_end,
            ended: None,
        }
    }

    #[test]
    fn a_short_grace_is_warned_of_later() {
        assert_eq!(warn_before(&overview(0, 900)), Duration::from_secs(300));
        assert_eq!(warn_before(&overview(0, 30)), Duration::from_secs(10));
        assert_eq!(warn_before(&overview(2, 30)), WARN_BEFORE, "a chosen end knows no grace");
    }

    #[test]
    fn who_knocks_again_and_again_is_one_notice() {
        let (mut seen, now) = (Seen::default(), Instant::now());
        let text = |asked: &str, told: &str| {
            Some(KnockText { asked: asked.to_owned(), told: told.to_owned() })
        };
        let ann = text("Ann wants to come in.", "Ann wants to come in. Your page lets them in.");
        assert_eq!(seen.knock((Some("Ann"), 1), now), ann);
        let soon = now + KNOCKS_TOLD - Duration::from_millis(1);
        assert_eq!(seen.knock((Some("Ann"), 1), soon), None);
        let both = text(
            "Somebody wants to come in. 2 more knock: your page shows who.",
            "Somebody wants to come in, and 2 more. Your page lets them in.",
        );
        assert_eq!(seen.knock((None, 3), now + KNOCKS_TOLD), both);
    }

    #[test]
    fn who_knocks_so_soon_after_another_is_told_of_in_the_next_notice() {
        let (mut seen, now) = (Seen::default(), Instant::now());
        let (ann, tom, ida) = (Person(1), Person(2), Person(3));
        let named = |who, name: &str| (who, Some(name.to_owned()));
        assert!(seen.knock((Some("Ann"), 1), now).is_some());
        seen.told.insert(ann);
        let all = [named(ann, "Ann"), named(tom, "Tom"), named(ida, "Ida")];
        assert_eq!(seen.still_wait(&all, now), None, "not yet");
        let told = seen.still_wait(&all, now + KNOCKS_TOLD).unwrap();
        assert_eq!(
            (told.0, &*told.1.told),
            (tom, "Tom wants to come in, and 1 more. Your page lets them in.")
        );
        assert_eq!(seen.still_wait(&all, now + 2 * KNOCKS_TOLD), None, "each once");
        assert_eq!(seen.still_wait(&[], now + 2 * KNOCKS_TOLD), None);
        let again = seen.still_wait(&all[..1], now + 2 * KNOCKS_TOLD).unwrap();
        assert_eq!(again.0, ann, "who comes back knocks anew");
    }

    #[test]
    fn a_warning_says_what_happens_to_the_text() {
        let left = Duration::from_secs(300);
        let faded = "Nobody is here. It fades in 5 min, and nothing brings it back.";
        assert_eq!(warning(&overview(0, 900), left), faded);
        let ends = "It ends in 5 min. Copy what you want to keep.";
        assert_eq!(warning(&overview(2, 900), left), ends);
    }
}
