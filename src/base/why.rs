//! Why something is refused: the words that programs compare, each of them once.

/// Defines the words in one table, so that none is missing from [`Why::ALL`].
macro_rules! words {
    ($($(#[$meaning:meta])* $name:ident = $word:literal,)*) => {
        /// Why a message, a join or a whole connection is refused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Why {
            $($(#[$meaning])* $name,)*
        }

        impl Why {
            /// Every one; docs/protocol.md explains them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The word on the wire.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    };
}

words! {
    /// The server stops.
    GoingAway = "going_away",
    /// The room failed and is opened again.
    Restarting = "restarting",
    /// No message, or an update that no pad takes.
    Malformed = "malformed",
    /// The key is not valid for this pad.
    Unauthorized = "unauthorized",
    /// The role does not allow it.
    Forbidden = "forbidden",
    /// The host has made new links, and the key is of the old ones.
    NewLinks = "new_links",
    /// No pad of this name.
    NoSuchPad = "no_such_pad",
    /// The pad has ended, or this is another life of it.
    SessionEnded = "session_ended",
    /// A message, or the pad with it, would be too large.
    TooLarge = "too_large",
    /// Honest content that some reader could not show.
    NotKept = "not_kept",
    /// No seat is free.
    Full = "full",
    /// The connection took nothing for too long.
    FellBehind = "fell_behind",
    /// More messages than a person makes.
    TooFast = "too_fast",
    /// A viewer wrote.
    ReadOnly = "read_only",
    /// Somebody else than a host steered the pad's life.
    NotHost = "not_host",
    /// A host would take from himself what makes him one.
    Oneself = "oneself",
    /// Nobody of this id is here, or waits.
    Nobody = "nobody",
    /// It is noted of as many people as may be.
    TooMany = "too_many",
    /// All pads together would be too large.
    ServerFull = "server_full",
    /// The topic is none of ours, or was not joined.
    UnmatchedTopic = "unmatched topic",
    /// A topic has no such event.
    UnmatchedEvent = "unmatched event",
    /// The socket has all the topics that it may have.
    TooManyChannels = "too many channels joined",
    /// Binary messages were wanted from a client that polls.
    NeedsWebSocket = "needs a WebSocket",
}
