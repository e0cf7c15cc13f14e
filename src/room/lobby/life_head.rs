//! A pad without its text, as it goes from one machine to another: in words, since it may go by HTTP.

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::Lobby;
use super::pad::Pad;
use super::taken::LifeTaken;
use crate::base::keys::LifeSecret;
use crate::room::core::access::AccessCarried;
use crate::room::core::handing::PadCarried;
use crate::room::core::life::LifeCarried;

/// All of it but the text. Whoever reads it can sign keys of that life.
#[derive(Debug, Deserialize, Serialize)]
pub struct LifeHead {
    pad: String,
    epoch: String,
    secret: String,
    code: String,
    seeded: bool,
    /// Whether a host has ever given it a title, or taken it away.
    titled: bool,
    title: Option<String>,
    life: LifeCarried,
    access: AccessCarried,
    /// The life that it was begun afresh from, and how far its text goes in that, as a state vector.
    #[serde(default)]
    before: Option<(String, Vec<u8>)>,
}

impl LifeHead {
    /// The life that it is of, with its text; `None` where it makes no sense.
    #[must_use]
    pub fn taken(self, text: Bytes) -> Option<LifeTaken> {
        let title = self.titled.then_some(self.title);
        let before = match self.before {
            Some((epoch, seen)) => Some((epoch.parse().ok()?, seen.into())),
            None => None,
        };
        Some(LifeTaken {
            name: self.pad.parse().ok()?,
            epoch: self.epoch.parse().ok()?,
            secret: LifeSecret::read(&self.secret).ok()?,
            code: self.code.parse().ok()?,
            seeded: self.seeded,
            before,
            pad: PadCarried { life: self.life, access: self.access, title, text },
        })
    }
}

impl Lobby {
    /// That of this pad, whose room has told so much of it, and the text.
    #[must_use]
    pub fn head(&self, pad: &Pad, carried: PadCarried) -> (LifeHead, Bytes) {
        let PadCarried { life, access, title, text } = carried;
        let head = LifeHead {
            pad: pad.name.to_string(),
            epoch: pad.epoch.to_string(),
            secret: self.life_secret(pad).text().to_string(),
            code: self.code(pad).to_string(),
            seeded: pad.is_seeded(),
            titled: title.is_some(),
            title: title.flatten(),
            life,
            access,
            before: pad.before.as_ref().map(|of| (of.epoch.to_string(), of.seen.to_vec())),
        };
        (head, text)
    }
}
