//! What happens, told in the way that was asked for: below the greeting, or as JSON lines.

mod handed;
mod hands;
mod json;
mod sentences;

use std::collections::BTreeSet;
use std::time::Instant;

use serde_json::json;

use crate::base::ids::{EndCause, Epoch, Role};
use crate::base::local_time;
use crate::base::names::PadName;
use crate::base::network::Cause;
use crate::config::Output;
use crate::desktop::greeting::Greeting;
use crate::desktop::printer::Printer;
use crate::desktop::screen;
use crate::desktop::terminal::Terminal;
use crate::room::lobby::Pad;
use crate::room::message::{Event, EventKind, Hand};
use crate::server::{Guessing, Reached};

use self::handed::{goes_on, stays_here, taken};
use self::hands::ToldHands;
use self::json::json_of;
use self::sentences::{
    door, ending, filled, guessed, kept, knocks, pin, put_off, reloaded, renewed,
};
pub(super) use self::sentences::{ended, receipt};
use super::answers::NumberedKnocks;
use super::welcome::Ready;

/// What a reader is told who was too slow for so many events.
pub(super) fn missed(output: Output) -> fn(u64) -> String {
    match output {
        Output::Json => |count| format!("{}\n", json!({ "event": "missed", "count": count })),
        Output::Greeting | Output::Quiet => |_| String::new(),
    }
}

/// Tells the host what happens.
pub(super) struct Reporter {
    output: Output,
    printer: Printer,
    terminal: Terminal,
    asked: bool,
    /// Who has knocked, where what is typed is heard.
    pub(super) knocks: Option<NumberedKnocks>,
    /// Pads that hold their last call.
    calls: BTreeSet<PadName>,
    hands: ToldHands,
}

impl Reporter {
    pub(super) fn new(output: Output, printer: Printer) -> Self {
        let terminal = Terminal::new(printer.clone(), screen::of_stdout);
        let (asked, knocks, calls) = (false, None, BTreeSet::new());
        let hands = ToldHands::default();
        Self { output, terminal, printer, asked, knocks, calls, hands }
    }

    /// Whether who knocks can be answered here.
    pub(super) fn take_answers(&mut self, heard: bool) {
        self.knocks = heard.then(NumberedKnocks::default);
    }

    /// Says a sentence to people at a screen.
    pub(super) fn say(&mut self, sentence: &str) {
        if self.output == Output::Greeting {
            self.terminal.say(sentence);
        }
    }

    fn line(&self, text: &str) {
        self.printer.print(format!("{text}\n"));
    }

    /// The server is open.
    pub(super) fn ready(&mut self, ready: &Ready<'_>, greeting: Greeting) {
        match self.output {
            Output::Greeting => self.terminal.greet(greeting),
            Output::Quiet => self.line(&ready.join_url),
            Output::Json => {
                if let Ok(json) = serde_json::to_string(ready) {
                    self.line(&json);
                }
            }
        }
    }

    /// Something happened in a room.
    pub(super) fn event(&mut self, event: &Event) {
        match self.output {
            Output::Quiet => {}
            Output::Json => {
                if let Some(json) = json_of(event) {
                    self.line(&json.to_string());
                }
            }
            Output::Greeting => self.tell(event),
        }
    }

    /// A foreign device has fetched a page, by whichever address: programs are told of each.
    pub(super) fn reached(&mut self, pad: &Pad, reached: Reached) {
        if self.output == Output::Json {
            let json = json!({
                "event": "reached", "pad": pad.name.as_str(), "epoch": pad.epoch.to_string(),
                "what": reached.what, "ip": reached.by,
                "at": humantime::format_rfc3339_seconds(reached.time).to_string(),
            });
            self.line(&json.to_string());
        }
    }

    /// Who has proved that the printed address works: people at a screen are told of them alone.
    pub(super) fn proven(&mut self, proof: Option<Reached>) {
        if let (Output::Greeting, Some(proof)) = (self.output, proof) {
            self.terminal.reached(proof.what, local_time::time(proof.time));
        }
    }

    /// The configuration was read again: the flags whose change is taken, and those that wait for the next start.
    pub(super) fn reloaded(&mut self, taken: &[&str], later: &[&str]) {
        match self.output {
            Output::Quiet => {}
            Output::Greeting => self.terminal.say(&reloaded(taken, later)),
            Output::Json => {
                let json = json!({ "event": "reloaded", "taken": taken, "later": later });
                self.line(&json.to_string());
            }
        }
    }

    /// Somebody guesses codes.
    pub(super) fn guessing(&mut self, pad: &Pad, guessing: Option<Guessing>) {
        let Some(Guessing { wrong, .. }) = guessing else { return };
        match self.output {
            Output::Quiet => {}
            Output::Greeting => self.terminal.say(&guessed(wrong)),
            Output::Json => {
                let json = json!({
                    "event": "guessing", "pad": pad.name.as_str(),
                    "epoch": pad.epoch.to_string(), "wrong": wrong,
                });
                self.line(&json.to_string());
            }
        }
    }

    /// The network has changed; people at a screen hear of it only where the link is another one.
    pub(super) fn network(&mut self, ready: &Ready<'_>, greeting: Greeting, moved: bool) {
        match self.output {
            Output::Quiet | Output::Greeting if !moved => {}
            Output::Quiet => self.line(&ready.join_url),
            Output::Greeting => self.terminal.moved(greeting),
            Output::Json => {
                let json = json!({
                    "event": "network", "pad": ready.pad, "epoch": ready.epoch,
                    "join_url": ready.join_url, "edit_url": ready.edit_url,
                    "view_url": ready.view_url, "addresses": ready.addresses,
                });
                self.line(&json.to_string());
            }
        }
    }

    /// A host has made new links of this role: `greeting` where they are to the pad that stands here.
    pub(super) fn new_links(&mut self, ready: &Ready<'_>, role: Role, greeting: Option<Greeting>) {
        match (self.output, greeting) {
            (Output::Quiet, Some(_)) if role == Role::Edit => self.line(&ready.join_url),
            (Output::Greeting, Some(greeting)) if role == Role::Edit => {
                self.terminal.renewed(greeting)
            }
            (Output::Greeting, _) => self.terminal.say(&renewed(ready.pad, role)),
            (Output::Quiet, _) => {}
            (Output::Json, _) => {
                let mut json = json!({
                    "event": "new_links", "pad": ready.pad, "epoch": ready.epoch,
                    "role": role.name(), "code": ready.code, "join_url": ready.join_url,
                    "edit_url": ready.edit_url, "view_url": ready.view_url,
                    "edit_key": ready.edit_key, "view_key": ready.view_key,
                });
                if role == Role::Host {
                    json["host_url"] = json!(ready.host_url);
                    json["host_key"] = json!(ready.host_key);
                }
                self.line(&json.to_string());
            }
        }
    }

    /// The code that opens the next life is another one than that which stood here.
    pub(super) fn stands(&mut self, greeting: Greeting) {
        match self.output {
            Output::Greeting => self.terminal.stands(greeting),
            Output::Quiet => self.line(&greeting.join_url),
            Output::Json => {}
        }
    }

    /// A host has begun a pad afresh: `greeting` where it is the one that stands here.
    pub(super) fn afresh(&mut self, ready: &Ready<'_>, greeting: Option<Greeting>) {
        match (self.output, greeting) {
            (Output::Quiet, Some(_)) => self.line(&ready.join_url),
            (Output::Greeting, Some(greeting)) => self.terminal.afresh(greeting),
            (Output::Json, _) => self.begun(ready, None),
            _ => {}
        }
    }

    /// Who is new comes in otherwise than before: what is drawn again says so, too.
    pub(super) fn door(&mut self, event: &Event, greeting: Option<Greeting>) {
        if let (Output::Greeting, Some(greeting)) = (self.output, greeting) {
            self.terminal.now(greeting);
        }
        self.event(event);
    }

    /// A scan of a code that stands has begun a pad anew: `greeting` where it is the one that stands here.
    pub(super) fn begun(&mut self, ready: &Ready<'_>, greeting: Option<Greeting>) {
        match (self.output, greeting) {
            (Output::Greeting, Some(greeting)) => self.terminal.begun(greeting),
            (Output::Json, _) => {
                if let Ok(mut json) = serde_json::to_value(ready) {
                    json["event"] = json!("opened");
                    self.line(&json.to_string());
                }
            }
            _ => {}
        }
    }

    /// The terminal has another size.
    pub(super) fn resized(&mut self) {
        if self.output == Output::Greeting {
            self.terminal.resized();
        }
    }

    /// So many rows of a log have come into the terminal.
    pub(super) fn logged(&mut self, rows: usize) {
        if self.output == Output::Greeting {
            self.terminal.logged(rows);
        }
    }

    /// The host's short link was used: the next one.
    pub(super) fn linked(&mut self, link: &str) {
        if self.output == Output::Greeting {
            self.terminal.linked(link);
        }
    }

    /// Nobody has come yet, and this may be why.
    pub(super) fn unreached(&mut self, pad: (&PadName, Epoch), causes: &[Cause]) {
        let (name, epoch) = pad;
        match self.output {
            Output::Quiet => {}
            // In the midst of a goodbye nobody looks for phones that may still come.
            Output::Greeting if self.calls.contains(name) => {}
            Output::Greeting => self.terminal.unreached(causes),
            Output::Json => {
                let json = json!({
                    "event": "unreached", "pad": name.as_str(),
                    "epoch": epoch.to_string(), "causes": causes,
                });
                self.line(&json.to_string());
            }
        }
    }

    /// There is another certificate.
    pub(super) fn certificate(&mut self, sha256: &str, self_signed: bool) {
        match self.output {
            Output::Quiet => {}
            Output::Greeting => self.terminal.certificate(sha256),
            Output::Json => {
                let json = json!({
                    "event": "certificate", "sha256": sha256, "self_signed": self_signed,
                });
                self.line(&json.to_string());
            }
        }
    }

    /// Whether Ctrl-C has to be asked back: somebody is here, and somebody looks.
    pub(super) fn must_ask(&self) -> bool {
        !self.asked && self.terminal.is_live() && self.terminal.count() > 0
    }

    /// Asks back.
    pub(super) fn ask(&mut self) {
        self.asked = true;
        let here = match self.terminal.count() {
            1 => "1 person is".to_owned(),
            n => format!("{n} people are"),
        };
        let what = "Nobody is offered a copy (--last-call 0s).";
        self.terminal.say(&format!("{here} here. {what} Ctrl-C again ends the pad at once."));
    }

    /// People are offered their copies, and whoever pressed Ctrl-C may not want to wait for them.
    pub(super) fn say_how_to_hurry(&mut self) {
        if self.output == Output::Greeting {
            self.terminal.say("Ctrl-C again ends it now.");
        }
    }

    /// A pad goes from one machine to another.
    fn handed(&mut self, pad: &str, what: &EventKind) {
        match what {
            EventKind::HandedOn { to } => self.terminal.goes_over(pad, &goes_on(pad, to)),
            EventKind::NotHandedOn => self.terminal.stays_here(pad, &stays_here(pad)),
            EventKind::Taken { left } => self.terminal.say(&taken(pad, *left)),
            _ => {}
        }
    }

    /// Who reads asks to write, or does no more.
    fn raised(&mut self, pad: (&PadName, Epoch), up: &[Hand<'_>]) {
        if let Some(told) = self.hands.news(pad, up, Instant::now()) {
            self.terminal.say(&told);
        }
    }

    fn tell(&mut self, event: &Event) {
        let pad = &event.pad;
        match &event.kind {
            EventKind::Ending { .. } => drop(self.calls.insert(pad.clone())),
            EventKind::Stays | EventKind::Ended(_) => drop(self.calls.remove(pad)),
            _ => {}
        }
        match &event.kind {
            EventKind::Joined(people) | EventKind::Named(people) | EventKind::Left(people) => {
                self.terminal.people(pad.as_str(), &people.names, people.people);
            }
            EventKind::Knock { who, again: true, .. } => {
                let told = self.knocks.as_mut().and_then(|knocks| knocks.renamed(event, who));
                told.iter().for_each(|told| self.terminal.say(told));
            }
            EventKind::Knock { who, of, was_out, .. } => {
                let number = self.knocks.as_mut().map(|knocks| knocks.number(event, who));
                self.terminal.say(&knocks(pad.as_str(), (who, *was_out), (*of, number)));
            }
            EventKind::Fading { .. } => self.asked = false,
            // What hosts decide about people they read in their pages.
            EventKind::Opened
            | EventKind::NewLinks(_)
            | EventKind::Writing(_)
            | EventKind::Pencil(_)
            | EventKind::TextOnWalls(_)
            | EventKind::Role(..)
            | EventKind::ShownOut(_)
            | EventKind::Answered(..) => {}
            EventKind::Hands { of, .. } => self.raised((pad, event.epoch), of),
            EventKind::Door(how) => self.terminal.say(&door(pad.as_str(), *how)),
            EventKind::Pin(asked) => self.terminal.say(&pin(pad.as_str(), *asked)),
            EventKind::Ending { ends_in, people, given, .. } => self.terminal.say(&match given {
                true => put_off(pad.as_str(), *ends_in),
                false => ending(pad.as_str(), *ends_in, *people),
            }),
            EventKind::Filling { name, share } => {
                self.terminal.say(&filled(pad.as_str(), name.as_deref(), share.bytes));
            }
            EventKind::Stays => self.terminal.say(&format!("{pad} goes on: the host keeps it.")),
            EventKind::HandedOn { .. } | EventKind::NotHandedOn | EventKind::Taken { .. } => {
                self.handed(pad.as_str(), &event.kind);
            }
            EventKind::Ended(left) if left.cause == EndCause::Afresh => {
                self.terminal.say(&format!("{pad} {}: {}", ended(left.cause), receipt(left)));
            }
            EventKind::Ended(left) => {
                let sentence = format!("{pad} {}: {}", ended(left.cause), receipt(left));
                self.terminal.ended(pad.as_str(), &sentence);
            }
            EventKind::Kept { files, failed } => {
                self.terminal.say(&kept(pad.as_str(), files, failed.as_deref()));
            }
            EventKind::CopyDropped { dropped } => {
                let people = if *dropped == 1 { "person's browser" } else { "people's browsers" };
                self.terminal.say(&format!("{pad}: {dropped} {people} dropped the copy."));
            }
            EventKind::Failed => {
                self.terminal.say(&format!("{pad} had a fault and was opened again."));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    #[test]
    fn in_a_last_call_nobody_is_told_that_no_phone_has_come() {
        let (texts, printed) = mpsc::sync_channel(64);
        let mut reporter = Reporter::new(Output::Greeting, Printer::to(texts));
        let name: PadName = "notes".parse().unwrap();
        let event = |kind| Event { pad: name.clone(), epoch: Epoch(1), kind };
        let why = "A firewall may be in the way.".to_owned();
        let causes = [Cause { cause: "firewall", why, fix: String::new() }];
        let told = |reporter: &mut Reporter| {
            reporter.unreached((&name, Epoch(1)), &causes);
            printed.try_iter().any(|text| text.contains("No phone has got through yet"))
        };
        assert!(told(&mut reporter));
        let ends_in = Duration::from_secs(60);
        let (by, why) = (None, "host");
        let call = EventKind::Ending { ends_in, people: 1, by, why, more: 2, given: false };
        reporter.event(&event(call));
        assert!(!told(&mut reporter));
        reporter.event(&event(EventKind::Stays));
        assert!(told(&mut reporter));
    }
}
