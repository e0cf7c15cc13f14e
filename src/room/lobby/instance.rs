//! The instance's key: who shows it comes into every pad by its name, and makes those that are not there, as on a
//! server that knows no keys.

use super::{Admission, Denied, Entrant, Lobby, Pads};
use crate::base::names::PadName;
use crate::room::core::access::Pass;

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
            None => self.begin(pads, name, who)?,
        };
        let role = pad.access.role(pass)?;
        Ok(Admission { role, pass, pad })
    }

    fn begin(
        &self,
        pads: &mut Pads,
        name: &PadName,
        who: Entrant<'_>,
    ) -> Result<super::Pad, Denied> {
        let Some(may_open) = who.may_open else {
            let last_end = pads.ended.get(name);
            return Err(last_end.map_or(Denied::Unknown, |end| Denied::Ended(Some(end))));
        };
        if !may_open() {
            return Err(Denied::TooMany);
        }
        let rules = &self.inner.rules;
        let life = self.life(rules.grace, rules.lifetime);
        self.start(pads, name.clone(), (life, who.seeded)).ok_or(Denied::Full)
    }
}
