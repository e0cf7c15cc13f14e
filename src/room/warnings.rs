//! What the host is warned of, wherever a host sits.

use fadepad_wire::extra::ToPage;

use super::message::Output;
use super::state::Room;
use super::{Inbox, RoomHandle};

impl RoomHandle {
    /// Warns the host's pages that somebody guesses codes: so many wrong ones of late. A room that is
    /// busy is not waited for.
    pub fn warn_of_guessing(&self, wrong: u32) {
        let _ = self.inbox.try_send(Inbox::Guessing(wrong));
    }
}

impl Room {
    /// Somebody guesses codes: so many wrong ones of late.
    pub fn warn_of_guessing(&mut self, wrong: u32) {
        self.warn(&ToPage::Guessing { wrong });
    }

    pub(super) fn warn(&mut self, warning: &ToPage<'_>) {
        let hosts = self.seats.host_pages();
        if !hosts.is_empty() {
            self.outputs.push(Output::ToPages(hosts, warning.json()));
        }
    }
}
