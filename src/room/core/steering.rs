//! Whether a host's command is carried out: asked in the room, in its turn, alike for pages and programs. Between a call and its
//! turn another host may have decided.

use std::time::Instant;

use thiserror::Error;

use super::access_change::AccessChange;
use super::pass::{Barred, Pass};
use super::state::Room;
use crate::base::ids::{Person, Role};
use crate::base::why::Why;
use crate::room::message::HostCommand;

/// Why a room does not do what somebody has decided. Nothing of it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotSteered {
    /// Only a host decides that.
    #[error("only a host decides that")]
    NotHost,
    /// Only who came by a host's link does.
    #[error("only who came by a host's link decides that")]
    NotOwner,
    /// It takes from whoever decides it what makes them a host.
    #[error("a host takes nothing away from himself")]
    Oneself,
    /// What they came by opens nothing any more.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// Links are not made anew as often as that.
    #[error("new links are not made as often as that")]
    TooFast,
    /// It is about somebody who is not here, and never was.
    #[error("nobody of this id is here, or was")]
    Nobody,
    /// It is about somebody who was shown out.
    #[error("this person was shown out")]
    ShownOut,
    /// It answers somebody who waits no more.
    #[error("nobody of this id waits any more")]
    NobodyWaits,
    /// It is noted of as many people as may be.
    #[error("that is noted of as many people as may be")]
    Full,
    /// The pad is over.
    #[error("the pad is over")]
    Over,
}

impl NotSteered {
    /// The word that a page is told.
    #[must_use]
    pub fn why(self) -> Why {
        match self {
            Self::NotHost | Self::NotOwner | Self::Barred(_) => Why::NotHost,
            Self::Oneself => Why::Oneself,
            Self::TooFast => Why::TooFast,
            Self::Nobody | Self::ShownOut | Self::NobodyWaits => Why::Nobody,
            Self::Full => Why::TooMany,
            Self::Over => Why::SessionEnded,
        }
    }
}

impl Room {
    /// Carries out what somebody decides by a call, all of it or nothing; by the server itself where no pass says who.
    ///
    /// # Errors
    /// Why it is not done.
    pub fn steer_by(
        &mut self,
        by: Option<Pass>,
        commands: Vec<HostCommand>,
        now: Instant,
    ) -> Result<(), NotSteered> {
        for command in &commands {
            by.map_or(Ok(()), |pass| self.may_steer(pass, command))?;
            self.can_steer(command, now)?;
        }
        let from = by.and_then(|pass| pass.person).and_then(|person| self.seat_of(person));
        commands.into_iter().for_each(|command| self.carry_out(command, from, now));
        Ok(())
    }

    /// Whether who has this pass may decide that.
    pub(super) fn may_steer(&self, pass: Pass, command: &HostCommand) -> Result<(), NotSteered> {
        if self.access.role(pass)? < Role::Host {
            return Err(NotSteered::NotHost);
        }
        if pass.person.is_some_and(|own| command.takes_from(own)) {
            return Err(NotSteered::Oneself);
        }
        if pass.role < Role::Host && self.access.is_owners(command) {
            return Err(NotSteered::NotOwner);
        }
        Ok(())
    }

    /// Whether it can be done now, whoever decides it.
    pub(super) fn can_steer(
        &mut self,
        command: &HostCommand,
        now: Instant,
    ) -> Result<(), NotSteered> {
        if !self.access.has_room_for(command) {
            return Err(NotSteered::Full);
        }
        match command {
            HostCommand::Knock { person, .. } if !self.knocks.awaits(*person) => {
                Err(NotSteered::NobodyWaits)
            }
            HostCommand::Access(AccessChange::Pencil(person)) => self.can_write_next(*person),
            HostCommand::Access(AccessChange::NewLinks(..))
                if self.limits.enforced && !self.renewals.may(now) =>
            {
                Err(NotSteered::TooFast)
            }
            _ => Ok(()),
        }
    }

    /// Whether the pencil can be passed to this person: passed to nobody it would be taken from everyone.
    fn can_write_next(&self, person: Person) -> Result<(), NotSteered> {
        if self.access.is_out(person) {
            return Err(NotSteered::ShownOut);
        }
        let here = self.seat_of(person).is_some() || self.access.knows(person);
        if here { Ok(()) } else { Err(NotSteered::Nobody) }
    }
}

#[cfg(test)]
mod tests;
