//! What sits on a seat: what it hears, and whether it is somebody.

use crate::base::ids::Role;

/// What sits on a seat. The room knows no more of the door that it came by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatKind {
    /// A program that speaks y-protocols and nothing else.
    Client,
    /// A page of ours: it hears of the pad's life by message 101.
    Page,
    /// A channel: it gets the whole pad with the reply to its join, and then what changes.
    Channel,
    /// A channel with y-protocols in it: it hears that it is welcome, and has no words for more.
    YChannel,
    /// A page on a wall: it shows who is here and what becomes of the pad, and is nobody itself.
    Wall,
    /// The other machines that have the same pad, by the number of this one: they hear the text and tell it on.
    Peer(u64),
}

impl SeatKind {
    /// Whether somebody sits there: they count as a person, show themselves, and keep a pad alive.
    #[must_use]
    pub fn is_somebody(self) -> bool {
        !matches!(self, Self::Wall | Self::Peer(_))
    }

    /// Whether the text is for it whatever a host wishes: a wall hangs where strangers read it.
    #[must_use]
    pub fn hears_text(self) -> bool {
        self != Self::Wall
    }

    /// Whether it is welcomed, and told of the pad's life as far as it has words for that.
    #[must_use]
    pub fn hears_life(self) -> bool {
        !matches!(self, Self::Client | Self::Peer(_))
    }

    /// Whether it gets the whole pad with its welcome, unasked.
    #[must_use]
    pub fn gets_whole(self) -> bool {
        self == Self::Channel
    }

    /// Whether somebody can answer a last call there. Who has no words for it is not waited for.
    #[must_use]
    pub fn answers(self) -> bool {
        matches!(self, Self::Page | Self::Channel)
    }

    /// What it may do with a key that allows so much: a wall only looks.
    #[must_use]
    pub fn role(self, key: Role) -> Role {
        if self == Self::Wall { Role::View } else { key }
    }

    /// Whether it is asked for what it wrote while it was away: who may only read has nothing, and a
    /// channel that got the whole pad says by itself what the pad lacks.
    #[must_use]
    pub fn is_asked(self, role: Role) -> bool {
        role >= Role::Edit && !self.gets_whole() && !matches!(self, Self::Peer(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_hears_what_it_has_words_for_and_a_wall_no_text() {
        use SeatKind::{Channel, Client, Page, Peer, Wall, YChannel};
        let told = |kind: SeatKind| {
            [kind.is_somebody(), kind.hears_text(), kind.hears_life(), kind.answers()]
        };
        assert_eq!(told(Client), [true, true, false, false]);
        assert_eq!(told(Page), [true; 4]);
        assert_eq!(told(Channel), [true; 4]);
        assert_eq!(told(YChannel), [true, true, true, false]);
        assert_eq!(told(Wall), [false, false, true, false]);
        assert_eq!(told(Peer(1)), [false, true, false, false]);
        assert_eq!(Wall.role(Role::Host), Role::View, "whatever its key allows");
        assert!(Page.is_asked(Role::Edit) && !Page.is_asked(Role::View));
        assert!(!Channel.is_asked(Role::Host), "it says by itself what the pad lacks");
    }
}
