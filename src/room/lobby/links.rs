//! The code that lets people write in a pad: it goes with the links for writing, and is another one when a host has made
//! those anew.

use super::codes::Behind;
use super::pad::{Denied, Pad};
use super::{Lobby, Pads};
use crate::base::codes::JoinCode;
use crate::base::door::{Door, Pin};
use crate::base::ids::{Epoch, Person, Role};
use crate::base::keys::Claims;
use crate::base::names::PadName;
use crate::room::core::access::Access;
use crate::room::core::pass::{Barred, Pass};

/// So many of the last codes are known as old ones, beside the first: whoever scans a picture of one is told what to do, and
/// has not guessed.
const OLD_CODES: u16 = 8;

impl Lobby {
    /// The code that lets people write in this pad now.
    #[must_use]
    pub fn code(&self, pad: &Pad) -> JoinCode {
        self.code_of(pad, pad.access.generation(Role::Edit))
    }

    /// The code of this name that stands, where codes do: it opens this life until its host makes new links, and every next one.
    #[must_use]
    pub fn standing_code(&self, name: &PadName) -> Option<JoinCode> {
        self.inner.rules.standing.then(|| self.inner.keys.standing_code(name))
    }

    /// How those come into the next life of this name who are new: where its code stands as into the last one, else as the
    /// server was started.
    #[must_use]
    pub fn next_ways(&self, name: &PadName) -> (Door, Option<Pin>) {
        self.ways_of(&self.pads(), name)
    }

    pub(super) fn ways_of(&self, pads: &Pads, name: &PadName) -> (Door, Option<Pin>) {
        let rules = &self.inner.rules;
        let last = pads.before.get(name);
        last.map_or_else(
            || (rules.door, rules.pin.clone()),
            |last| (last.access.door(), last.access.pin()),
        )
    }

    /// This life is over: the next one of a code that stands is come into as its host has decided last, and its hosts host it.
    /// As many are known as names.
    pub(super) fn keep_last(&self, pads: &mut Pads, pad: &Pad) {
        if !self.inner.rules.standing {
            return;
        }
        let Pads { before, ended, alive, .. } = pads;
        before.retain(|name, _| ended.lives(name) > 0 || alive.contains_key(name));
        let last = LastLife { epoch: pad.epoch, access: pad.access.of_hosts() };
        before.insert(pad.name.clone(), last);
    }

    /// Whether who shows this key hosted the last life of a name whose code stands: they go on in the next one, once that begins.
    #[must_use]
    pub fn hosts_next(&self, name: &PadName, key: &str) -> bool {
        let claims = self.inner.keys.verify(name, key).ok();
        claims.is_some_and(|claims| self.pads().hosted(name, claims))
    }

    /// The code that goes with links of this generation. That of a name stands until its host makes new links, and again in
    /// the next life.
    pub(super) fn code_of(&self, pad: &Pad, generation: u16) -> JoinCode {
        // It is on the QR that people have from where the pad began.
        if let Some((of, code)) = pad.code
            && of == generation
        {
            return code;
        }
        match generation {
            0 if self.inner.rules.standing => self.inner.keys.standing_code(&pad.name),
            turn => self.inner.keys.code(pad.epoch, turn.into()),
        }
    }

    /// The pad that this code lets people write in.
    ///
    /// # Errors
    /// Where that pad has ended, its host has made new links since, or the code is none of this server.
    pub fn by_code(&self, code: JoinCode) -> Result<Pad, Denied> {
        self.behind(code, None)
    }

    /// The same for who comes in: by the code of a name whose pad has ended they begin a new one, where they may.
    ///
    /// # Errors
    /// As above, and where nobody may begin a pad.
    pub fn enter_by_code(
        &self,
        code: JoinCode,
        may_open: &dyn Fn() -> bool,
    ) -> Result<Pad, Denied> {
        self.behind(code, Some(may_open))
    }

    fn behind(&self, code: JoinCode, may_open: Option<&dyn Fn() -> bool>) -> Result<Pad, Denied> {
        let mut pads = self.pads();
        self.follow_links(&mut pads);
        let name = match pads.codes.find(code).ok_or(Denied::Unknown)? {
            Behind::Alive(name) => {
                let pad = pads.alive.get(name).ok_or(Denied::Unknown)?;
                return match self.code(pad) == code {
                    true => Ok(pad.clone()),
                    false => Err(Barred::Revoked.into()),
                };
            }
            Behind::Ended(name) => name.clone(),
        };
        let stands = self.inner.rules.standing && self.inner.keys.standing_code(&name) == code;
        if let Some(may_open) = may_open.filter(|_| stands && !pads.alive.contains_key(&name)) {
            return self.begin(&mut pads, &name, (true, may_open));
        }
        Err(Denied::Ended(pads.ended.get(&name)))
    }

    /// The name whose pad has ended, where this code opens a new one of it.
    #[must_use]
    pub fn stands_for(&self, code: JoinCode) -> Option<PadName> {
        let pads = self.pads();
        let Behind::Ended(name) = pads.codes.find(code)? else { return None };
        (self.standing_code(name) == Some(code)).then(|| name.clone())
    }

    /// How many codes let somebody in.
    #[must_use]
    pub fn open_codes(&self) -> usize {
        let pads = self.pads();
        let ended = || pads.ended.names().filter(|name| !pads.alive.contains_key(*name)).count();
        pads.alive.len() + if self.inner.rules.standing { ended() } else { 0 }
    }

    /// Takes up the codes of links that were made anew: rooms decide that, on threads of their own.
    fn follow_links(&self, pads: &mut Pads) {
        let Pads { alive, codes, .. } = pads;
        for pad in alive.values() {
            let now = pad.access.generation(Role::Edit);
            if codes.follows(&pad.name, now) {
                continue;
            }
            // Whatever was known before goes: else each renewal would leave one behind.
            codes.close(&pad.name);
            for generation in known_at(now) {
                codes.open(self.code_of(pad, generation), pad.name.clone());
            }
            codes.follow(&pad.name, now);
        }
    }

    /// Whose a key is, also where it opens nothing any more: by it one stays who one was.
    #[must_use]
    pub fn person(&self, name: &PadName, key: &str) -> Option<Person> {
        self.pass(name, key)?.person
    }

    /// What a key of this pad says, whatever the host has decided; `None` where it is none.
    #[must_use]
    pub fn pass(&self, name: &PadName, key: &str) -> Option<Pass> {
        self.inner.keys.verify(name, key).ok().map(Pass::from)
    }
}

/// The last life of a name whose code stands, as far as the next one goes by it.
pub(super) struct LastLife {
    epoch: Epoch,
    /// How people came in, and who hosted.
    access: Access,
}

impl Pads {
    /// Whether this key was a host's in the last life of this name, where its code stands.
    pub(super) fn hosted(&self, name: &PadName, claims: Claims) -> bool {
        let last = self.before.get(name).filter(|last| last.epoch == claims.epoch);
        // Whom a host has made one has no host's key: their role was that life's.
        let hosts = |access: &Access| access.role(claims.into()) == Ok(Role::Host);
        claims.role == Role::Host && last.is_some_and(|last| hosts(&last.access))
    }
}

/// The generations of a pad's links for writing whose codes are known, where these are of the last.
fn known_at(now: u16) -> impl Iterator<Item = u16> {
    std::iter::once(0).chain(now.saturating_sub(OLD_CODES).max(1)..=now)
}

/// After a restart with the same secret a pad knows of no new links, until somebody comes by them.
pub(super) fn learn(pad: &Pad, pass: Pass) {
    if pad.access.learn(pass) {
        pad.room.hear_of_links();
    }
}
