//! What hosts are told, wherever they sit: warnings, and what another of them has decided.

use fadepad_wire::extra::ToPage;

use super::state::Room;
use crate::room::message::Effect;

impl Room {
    /// Somebody guesses codes: so many wrong ones of late.
    pub fn warn_of_guessing(&mut self, wrong: u32) {
        self.tell_hosts(&ToPage::Guessing { wrong });
    }

    pub(super) fn tell_hosts(&mut self, said: &ToPage<'_>) {
        let hosts = self.seats.hosts_hearing();
        if !hosts.is_empty() {
            self.outputs.push(Effect::ToPages(hosts, said.json()));
        }
    }
}
