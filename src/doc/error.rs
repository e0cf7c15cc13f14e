//! Why an update is not taken, each reason with the close code that tells the guest.

use thiserror::Error;

/// Bytes that are not what they claim to be; nothing of them was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct Malformed(pub &'static str);

/// A well-formed struct that would block, poison or diverge the documents of other guests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unfit {
    /// The parent id names an item that was never a type: yrs refuses the whole update.
    #[error("its parent is no type")]
    Parent,
    /// `origin` and `rightOrigin` live in different lists: peers diverge by order of arrival.
    #[error("its neighbours belong to different lists")]
    Context,
    /// A map value with a `rightOrigin`: throws in every joiner's clean-up.
    #[error("a map value has a right neighbour")]
    KeyOrder,
    /// A kind that no map value has, or several live values under one key.
    #[error("not a map value")]
    KeyContent,
    /// Content that its parent cannot show, e.g. `null` in an XML fragment.
    #[error("its parent cannot hold such content")]
    Content,
    /// Types nested deeper than [`type_depth`](crate::base::limits::DocLimits::type_depth).
    #[error("types are nested too deep")]
    Depth,
}

/// Why an update was refused. What had been taken of it before stays taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// Not a Yjs v1 update; nothing was taken.
    #[error("malformed update: {0}")]
    Malformed(&'static str),
    /// A struct that would harm the other guests.
    #[error("unfit struct: {0}")]
    Unfit(Unfit),
    /// The document would outgrow a limit.
    #[error("too large: more than {limit} {what}")]
    TooLarge {
        /// What there is too much of, in plural.
        what: &'static str,
        /// The limit that would be passed.
        limit: usize,
    },
}

impl Refused {
    /// The WebSocket close code that says so: 4400 malformed, 4413 too large.
    #[must_use]
    pub fn close_code(self) -> u16 {
        match self {
            Self::Malformed(_) | Self::Unfit(_) => 4400,
            Self::TooLarge { .. } => 4413,
        }
    }
}

impl From<Malformed> for Refused {
    fn from(error: Malformed) -> Self {
        Self::Malformed(error.0)
    }
}

impl From<Unfit> for Refused {
    fn from(unfit: Unfit) -> Self {
        Self::Unfit(unfit)
    }
}
