//! A pad as the lobby knows it, and the ways in and out of the list.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use thiserror::Error;

use super::ended::LastEnd;
use crate::base::close::CloseCode;
use crate::base::codes::JoinCode;
use crate::base::door::{Door, Pin};
use crate::base::ids::{Epoch, Origin, Person, Role};
use crate::base::limits::Limits;
use crate::base::names::PadName;
use crate::base::template::Template;
use crate::room::RoomHandle;
use crate::room::core::access::Access;
use crate::room::core::budget::Reservation;
use crate::room::core::pass::{Barred, Pass};
use crate::room::core::plan::LifePlan;
use crate::room::core::seed::Begun;
use crate::room::core::title::Title;
use crate::room::files::PadFiles;

/// What the lobby opens pads with.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The time a pad outlives its last person.
    pub grace: Duration,
    /// The time after which a pad and its links end in any case.
    pub lifetime: Duration,
    /// How long people are offered a copy before an end that finds them.
    pub last_call: Duration,
    /// How people come in.
    pub door: Door,
    /// What they are asked for beside the code.
    pub pin: Option<Pin>,
    /// Whether a name has one code, which opens whatever life it has, or a new one.
    pub standing: bool,
    /// What is taken.
    pub limits: Limits,
}

/// A pad that is alive, as those who run it know it.
#[derive(Clone)]
pub struct Pad {
    /// Its name.
    pub name: PadName,
    /// Its life.
    pub epoch: Epoch,
    /// Its room.
    pub room: RoomHandle,
    /// Seconds since 1970 at which its keys expire.
    pub(super) expires: u32,
    pub(super) plan: LifePlan,
    pub(super) seeded: bool,
    /// Who comes in, and what they may do.
    pub access: Access,
    /// What its host calls it.
    pub title: Title,
    pub(super) template: Option<Template>,
    /// The life that this one was begun afresh from.
    pub(super) before: Option<Arc<LifeBefore>>,
    /// The code of its links of this generation, where it began at another machine.
    pub(super) code: Option<(u16, JoinCode)>,
}

/// The life that another one was begun afresh from.
pub(super) struct LifeBefore {
    pub(super) epoch: Epoch,
    pub(super) seen: Bytes,
}

/// What a room is opened with beside the server's rules.
pub(super) struct Terms {
    pub(super) plan: LifePlan,
    pub(super) access: Access,
    pub(super) title: Title,
    /// Whether it begins with the empty paragraph of our page.
    pub(super) seeded: bool,
    pub(super) resumed: bool,
    /// What stands in it from the start.
    pub(super) begun: Option<Box<Begun>>,
    /// Whether nobody has been there yet: it waits for them, and fades for nobody.
    pub(super) awaits: bool,
    /// What it takes of the server's memory before anybody writes; kept as long as the room.
    pub(super) place: Option<Reservation>,
    /// The code that it had where it comes from.
    pub(super) code: Option<(u16, JoinCode)>,
    /// The files of the text that it goes on with.
    pub(super) files: Option<PadFiles>,
}

impl Pad {
    /// Whether it began with the empty paragraph of our page.
    #[must_use]
    pub fn is_seeded(&self) -> bool {
        self.seeded
    }

    /// Whether it goes on from another life that was begun afresh.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        self.before.is_some()
    }

    /// The time it outlives its last person, as the host has decided last.
    #[must_use]
    pub fn grace(&self) -> Duration {
        self.plan.grace()
    }

    /// What whoever comes first begins with.
    #[must_use]
    pub fn template(&self) -> Option<Template> {
        self.template
    }
}

/// What stands in a new pad.
#[derive(Clone, Debug, Default)]
pub enum Begins {
    /// Nothing.
    #[default]
    Empty,
    /// What the page of whoever comes first writes.
    InPage(Template),
    /// This, in the life of that epoch alone.
    With {
        /// The life.
        epoch: Epoch,
        /// An update that stands on the life's seed.
        text: Bytes,
    },
}

/// Somebody who shows a key and wants in.
#[derive(Clone, Copy)]
pub struct Entrant<'a> {
    /// The key.
    pub key: &'a str,
    /// Where they come from, where they come in: a look needs no door.
    pub from: Option<Origin>,
    /// Whether a pad that begins with them has the empty paragraph of our page.
    pub seeded: bool,
    /// Asked where the instance's key is shown for a pad that is not there: whether they may make one more. `None`:
    /// nobody makes one by looking.
    pub may_open: Option<&'a dyn Fn() -> bool>,
}

/// Somebody whose key opens a pad. Cheap to clone.
#[derive(Clone)]
pub struct Admission {
    /// What they may do now.
    pub role: Role,
    /// What their key says.
    pub pass: Pass,
    /// The pad.
    pub pad: Pad,
}

/// Why somebody is not let in.
#[derive(Clone, Copy, Debug, Error)]
pub enum Denied {
    /// No pad of this name.
    #[error("no pad of this name")]
    Unknown,
    /// The key is not valid for it.
    #[error("the key is not valid for this pad")]
    BadKey,
    /// Many have this key: it says for nobody who it is.
    #[error("this key is shared, and nobody's own")]
    Shared,
    /// That life of the pad is over.
    #[error("this pad has ended")]
    Ended(Option<LastEnd>),
    /// The host has taken back what it allowed.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// No more pads can be opened.
    #[error("this server has no room for another pad")]
    Full,
    /// Too many new pads from there.
    #[error("too many new pads in a minute")]
    TooMany,
}

impl Admission {
    /// Whose the key is, where it is somebody's own.
    #[must_use]
    pub fn person(&self) -> Option<Person> {
        self.pass.person
    }
}

impl Denied {
    /// The code that a door tells it by.
    #[must_use]
    pub fn code(&self) -> CloseCode {
        match self {
            Self::Unknown => CloseCode::NoSuchPad,
            Self::BadKey => CloseCode::KeyInvalid,
            Self::Barred(barred) => barred.code(),
            Self::Shared => CloseCode::Forbidden,
            Self::Ended(_) => CloseCode::Ended,
            Self::Full | Self::TooMany => CloseCode::Full,
        }
    }
}

/// Why no pad is opened.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NotOpened {
    /// A pad of this name is alive.
    #[error("a pad named \"{0}\" is alive")]
    Alive(PadName),
    /// What it was to begin with was made for another life of it.
    #[error("a pad of this name has just ended: try again")]
    JustEnded,
    /// What it was to begin with is not there.
    #[error("there is no template \"{0}\" here")]
    NoTemplate(String),
    /// What it was to begin with could not be read.
    #[error("its template can't be read now: {0}")]
    NotBegun(String),
    /// As many pads as may be, or as can be remembered after their end.
    #[error("this server has no room for another pad")]
    Full,
}
