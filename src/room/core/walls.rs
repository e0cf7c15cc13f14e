//! The text on walls: only where a host wishes it, and only as long. A wall hangs where strangers read it, and whatever its key
//! lets others read, what it hears is decided here.

use fadepad_wire::extra::ToPage;

use super::seat_kind::SeatKind;
use super::state::Room;
use super::wall_news::WallNews;
use crate::base::ids::SeatId;
use crate::room::message::Outgoing;

impl Room {
    /// Whether walls hear the text now.
    #[must_use]
    pub fn shows_text(&self) -> bool {
        self.access.text_on_walls()
    }

    /// The seats at which a wall is shown.
    #[must_use]
    pub fn walls(&self) -> Vec<SeatId> {
        self.seats.walls()
    }

    /// Whether what sits there may ask for the text: somebody, and a wall as long as it shows it.
    pub(super) fn may_ask_for_text(&self, kind: SeatKind) -> bool {
        kind.is_somebody() || (kind == SeatKind::Wall && self.shows_text())
    }

    /// Tells everyone where a decision has changed what is on walls: who writes knows who reads.
    pub(super) fn tell_walls(&mut self) {
        let now = self.walls_now();
        if std::mem::replace(&mut self.walls, now) != now {
            self.tell_pages(self.walls_message());
        }
    }

    /// Who comes hears it where the text is on walls; else there is nothing to know.
    pub(super) fn tell_walls_to(&mut self, seat: SeatId) {
        if self.shows_text() {
            let json = self.walls_message();
            self.tell(seat, Outgoing::Page(json));
        }
    }

    fn walls_now(&self) -> WallNews {
        let text = self.shows_text();
        WallNews { text, pencil: self.access.pencil().filter(|_| text) }
    }

    fn walls_message(&self) -> String {
        let WallNews { text, pencil } = self.walls_now();
        ToPage::Walls { text, pencil: pencil.map(|person| person.to_string()) }.json()
    }
}
