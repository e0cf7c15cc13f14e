//! What everyone in the room knows of its walls.

use crate::base::ids::Person;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct WallNews {
    /// Whether the text is on them.
    pub(super) text: bool,
    /// Who has the pencil, as long as it is: them they follow.
    pub(super) pencil: Option<Person>,
}
