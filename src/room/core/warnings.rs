//! What the host is warned of, wherever a host sits.

use fadepad_wire::extra::ToPage;

use super::state::Room;
use crate::room::message::Effect;

impl Room {
    /// Somebody guesses codes: so many wrong ones of late.
    pub fn warn_of_guessing(&mut self, wrong: u32) {
        self.warn(&ToPage::Guessing { wrong });
    }

    pub(super) fn warn(&mut self, warning: &ToPage<'_>) {
        let hosts = self.seats.hosts_hearing();
        if !hosts.is_empty() {
            self.outputs.push(Effect::ToPages(hosts, warning.json()));
        }
    }
}
