//! Where a code leads: to a pad that is alive, or to one that has ended, so that whoever scans late is
//! not told that they mistyped.

use std::collections::{HashMap, VecDeque};

use crate::base::codes::JoinCode;
use crate::base::limits::MAX_ENDED;
use crate::base::names::PadName;

/// The pad behind a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind<'a> {
    Alive(&'a PadName),
    Ended(&'a PadName),
}

/// All codes of a server.
#[derive(Debug, Default)]
pub(super) struct Codes {
    alive: HashMap<JoinCode, PadName>,
    /// Of pads whose links were made anew: the generation that their codes were taken up at.
    renewed: HashMap<PadName, u16>,
    ended: HashMap<JoinCode, PadName>,
    /// Ended ones, the oldest first.
    order: VecDeque<JoinCode>,
}

impl Codes {
    pub(super) fn find(&self, code: JoinCode) -> Option<Behind<'_>> {
        let ended = || self.ended.get(&code).map(Behind::Ended);
        self.alive.get(&code).map(Behind::Alive).or_else(ended)
    }

    /// This code leads to that pad now.
    pub(super) fn open(&mut self, code: JoinCode, name: PadName) {
        self.alive.insert(code, name);
    }

    /// The pad of this name is gone, and with it all codes that it had; it may have ended.
    pub(super) fn close(&mut self, name: &PadName) {
        self.alive.retain(|_, alive| alive != name);
        self.renewed.remove(name);
    }

    /// Whether the codes of this pad are those of links of this generation.
    pub(super) fn follows(&self, name: &PadName, generation: u16) -> bool {
        self.renewed.get(name).copied().unwrap_or_default() == generation
    }

    /// They are now.
    pub(super) fn follow(&mut self, name: &PadName, generation: u16) {
        self.renewed.insert(name.clone(), generation);
    }

    /// The pad of this code has ended. The oldest are forgotten.
    pub(super) fn end(&mut self, code: JoinCode, name: PadName) {
        self.alive.remove(&code);
        if self.ended.insert(code, name).is_some() {
            // One that stands ends again: it is the newest now.
            self.order.retain(|known| *known != code);
        }
        self.order.push_back(code);
        if self.order.len() > MAX_ENDED
            && let Some(oldest) = self.order.pop_front()
        {
            self.ended.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(n: usize) -> JoinCode {
        let digits = b"23456789";
        let mut text = String::from("K");
        (0..5).for_each(|place| text.push(char::from(digits[n >> (3 * place) & 7])));
        text.parse().unwrap()
    }

    #[test]
    fn a_code_of_an_ended_pad_is_known_until_too_many_have_ended_since() {
        let (mut codes, name) = (Codes::default(), "notes".parse::<PadName>().unwrap());
        codes.open(code(0), name.clone());
        assert_eq!(codes.find(code(0)), Some(Behind::Alive(&name)));
        codes.end(code(0), name.clone());
        assert_eq!(codes.find(code(0)), Some(Behind::Ended(&name)));
        assert_eq!(codes.find(code(1)), None);
        (1..=MAX_ENDED).for_each(|n| codes.end(code(n), name.clone()));
        assert_eq!(codes.find(code(0)), None);
        assert_eq!(codes.find(code(1)), Some(Behind::Ended(&name)));
        assert_eq!((codes.ended.len(), codes.order.len()), (MAX_ENDED, MAX_ENDED));
        codes.end(code(1), name.clone());
        codes.end(code(0), name.clone());
        assert_eq!(codes.find(code(1)), Some(Behind::Ended(&name)), "it stands, and ended again");
        assert_eq!(codes.find(code(2)), None);
        assert_eq!((codes.ended.len(), codes.order.len()), (MAX_ENDED, MAX_ENDED));
    }
}
