//! The instance's key: who shows it comes into every pad by its name, and makes those that are not there, as on a
//! server that knows no keys.

use super::pad::Begins;
use super::{Admission, Denied, Entrant, Lobby, Pad, Pads};
use crate::base::names::PadName;
use crate::room::core::pass::Pass;

impl Lobby {
    /// Lets somebody in who has shown the instance's key. A name whose pad has ended begins anew, with another epoch:
    /// what keys of that life are told does not change.
    pub(super) fn enter_any(
        &self,
        pads: &mut Pads,
        name: &PadName,
        who: Entrant<'_>,
    ) -> Result<Admission, Denied> {
        let pass = Pass::OF_INSTANCE;
        let pad = match pads.alive.get(name) {
            Some(pad) => pad.clone(),
            None => {
                let Some(may_open) = who.may_open else {
                    let last_end = pads.ended.get(name);
                    return Err(last_end.map_or(Denied::Unknown, |end| Denied::Ended(Some(end))));
                };
                self.begin(pads, name, (who.seeded, may_open))?
            }
        };
        let role = pad.access.role(pass)?;
        Ok(Admission { role, pass, pad })
    }

    /// A new life for who shows what opens any: where they may, and with or without the empty paragraph of our page.
    pub(super) fn begin(
        &self,
        pads: &mut Pads,
        name: &PadName,
        (seeded, may_open): (bool, &dyn Fn() -> bool),
    ) -> Result<Pad, Denied> {
        if !may_open() {
            return Err(Denied::TooMany);
        }
        let rules = &self.inner.rules;
        let life = self.life(rules.grace, rules.lifetime);
        self.start(pads, name.clone(), (life, seeded, Begins::Empty)).ok_or(Denied::Full)
    }
}
