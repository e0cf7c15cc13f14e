//! What the host reads first: the QR and what can be typed instead, and again when the network has
//! changed. The lines are fitted to the screen that they are for.

mod facts;
mod layout;

use std::borrow::Cow;
use std::time::Duration;

use self::layout::Layout;
use super::human::human_duration;
use super::text::{alone, paragraph, shown};
use super::{certificate, qr};
use crate::base::door::Door;
use crate::base::network::Address;
use crate::base::screen::Screen;

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
    /// The network of that address; none where the host named another.
    pub network: Option<Address>,
    /// How many further networks there are.
    pub other_networks: usize,
    /// Why no other device can join: then no address is shown and no code is drawn.
    pub alone: Option<String>,
    /// The host's own link, as short as it can be.
    pub host_link: String,
    /// The time the pad outlives its last person.
    pub grace: Duration,
    /// How long people are offered a copy before the pad ends; none: it ends at once.
    pub last_call: Duration,
    /// Whether a QR is wanted.
    pub qr: bool,
    /// Whether limits are enforced.
    pub limits: bool,
    /// Whether the system may swap memory to a disk.
    pub may_swap: bool,
    /// The SHA-256 of a certificate that was made here, where there is one.
    pub certificate: Option<String>,
    /// The key with which programs open and make any pad by its name, where there is one.
    pub instance_key: Option<String>,
    /// Where copies of pads that end are kept.
    pub saved_in: Option<String>,
    /// How those come in who are new.
    pub door: Door,
    /// Whether this code opens a new pad when this one has ended.
    pub standing: bool,
    /// The running process that has taken the pad, where this one only brought it.
    pub runs_in: Option<u32>,
}

/// A text that was fitted to a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Its rows, each with its end.
    pub text: String,
    /// Where a QR is in it.
    pub code: Option<Stands>,
}

/// What a drawn QR needs to stay whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stands {
    /// Rows from the top of the code to the end of its drawing.
    pub rows: usize,
    /// Columns of the widest row.
    pub columns: usize,
    /// Whether the facts stand beside it.
    pub beside: bool,
}

impl Drawing {
    /// Whether it has the facts beside its code.
    #[must_use]
    pub fn is_beside(&self) -> bool {
        self.code.is_some_and(|code| code.beside)
    }
}

/// What a code alone does not open.
fn at_door(door: Door) -> Option<&'static str> {
    match door {
        Door::Open => None,
        Door::Knock => Some("Who is new knocks, and a host lets them in."),
        Door::Closed => {
            Some("The door is closed: nobody new comes in until you open it in your own page.")
        }
    }
}

impl Greeting {
    /// Returns the whole greeting, with a row left for what happens.
    #[must_use]
    pub fn text(&self, screen: &Screen) -> Drawing {
        match self.code_for(screen) {
            Some(code) => Layout::new(self, screen, code).whole(),
            None => words(self.words(screen), screen),
        }
    }

    /// Returns the QR and what goes with it, after the network has changed.
    #[must_use]
    pub fn moved(&self, screen: &Screen) -> Drawing {
        let what = match (&self.alone, &self.network) {
            (Some(_), _) => "The network is gone: only this machine can join. It heals by itself \
                             when one is there."
                .to_owned(),
            (None, Some(network)) => format!(
                "The network has changed. {} is at {} now ({}): scan again.",
                self.pad, self.address, network.interface
            ),
            (None, None) => {
                format!("The network has changed. {} is at {} now.", self.pad, self.address)
            }
        };
        self.under(&what, screen)
    }

    /// Returns the QR and what goes with it, after the host has made new links.
    #[must_use]
    pub fn renewed(&self, screen: &Screen) -> Drawing {
        let what = "The links are new, and the old ones open nothing any more. The new code:";
        self.under(what, screen)
    }

    /// Returns the QR and what goes with it, after the host has begun the pad afresh.
    #[must_use]
    pub fn afresh(&self, screen: &Screen) -> Drawing {
        let what = match self.standing {
            true => "The pad has begun afresh: links are new, and its code stands:",
            false => "The pad has begun afresh, with new links. The new code:",
        };
        self.under(what, screen)
    }

    /// Returns the code that stands and what goes with it, after the end of a life that had another one.
    #[must_use]
    pub fn stands(&self, screen: &Screen) -> Drawing {
        self.under("The code that stands opens a new one:", screen)
    }

    /// The code under a sentence that tells why it is another one.
    fn under(&self, what: &str, screen: &Screen) -> Drawing {
        match self.code_for(screen) {
            Some(code) => Layout::new(self, screen, code).below(paragraph(what, screen.columns)),
            None => {
                let mut rows = vec![String::new()];
                rows.extend(paragraph(what, screen.columns));
                if self.alone.is_none() {
                    rows.extend(self.facts_in_words(screen));
                }
                rows.push(String::new());
                words(rows, screen)
            }
        }
    }

    /// Returns the QR with what people type below it: it stood where other texts are now.
    #[must_use]
    pub fn again(&self, screen: &Screen) -> Option<Drawing> {
        let code = self.code_for(screen)?;
        Some(Layout::new(self, screen, code).below(Vec::new()))
    }

    /// The QR, where it is wanted, leads somewhere, and has room with a row below it for the cursor.
    fn code_for(&self, screen: &Screen) -> Option<Vec<String>> {
        if !self.qr || self.alone.is_some() || !screen.draws() {
            return None;
        }
        let code = qr::lines(&self.join_url)?;
        layout::fits(&code, screen).then_some(code)
    }

    /// The host's own link below its title; it must not be broken.
    fn own_page(&self, columns: usize) -> [String; 2] {
        [alone("Your own page", columns), alone(&self.host_link, columns)]
    }

    /// What else the host has to know, each a paragraph.
    fn notices(&self) -> Vec<Cow<'_, str>> {
        let mut all: Vec<Cow<'_, str>> = Vec::new();
        if let Some(key) = &self.instance_key {
            all.push(format!("Instance key    {key}").into());
        }
        if let Some(folder) = &self.saved_in {
            all.push(
                format!(
                    "A COPY of each pad that ends is kept in {folder}; everyone in it is told."
                )
                .into(),
            );
        }
        all.extend(at_door(self.door).map(Cow::from));
        match (self.standing, self.door) {
            (false, _) => {}
            (true, Door::Closed) => all.push(
                "The code stands: when this pad has ended, a scan opens a new, empty one, if the door is open by then."
                    .into(),
            ),
            (true, _) => all.push(
                "The code stands: when this pad has ended, a scan opens a new, empty one.".into(),
            ),
        }
        if let Some(sha256) = &self.certificate {
            all.extend(certificate::lines(sha256).into_iter().map(Cow::from));
        }
        if self.may_swap {
            all.push(
                "This system may swap memory to its disk; it could not be kept from it.".into(),
            );
        }
        if !self.limits {
            all.push("LIMITS ARE OFF: anyone can fill this machine. For load tests only.".into());
        }
        all
    }

    /// How it ends.
    fn ending(&self, live: bool) -> String {
        match self.runs_in {
            Some(pid) => {
                format!("The Fadepad that runs here already (process {pid}) has taken this pad")
            }
            // Where nobody looks, nobody would answer.
            None if self.last_call.is_zero() && !live => {
                "Ctrl-C ends the pad at once; nobody is offered a copy".into()
            }
            None if self.last_call.is_zero() => {
                "Ctrl-C ends the pad; nobody is offered a copy (asks once if people are here)"
                    .into()
            }
            None => {
                "Ctrl-C ends the pad after offering everyone here a copy; again ends it now".into()
            }
        }
    }

    fn life(&self) -> String {
        format!("lives while someone is here, then {}", human_duration(self.grace))
    }
}

/// A drawing without a code.
fn words(rows: Vec<String>, screen: &Screen) -> Drawing {
    Drawing { text: shown(&(rows.join("\n") + "\n"), screen), code: None }
}

#[cfg(test)]
mod tests;
