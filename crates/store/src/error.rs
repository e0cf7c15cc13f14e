//! Why an update is not taken.

use fadepad_lib0::Cut;
use thiserror::Error;

use crate::limits::MAX_CLOCK;

/// Bytes that are not what they claim to be; nothing of them was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct Malformed(pub &'static str);

/// What yjs or yrs may honestly write, and what is not kept here all the same.
impl Malformed {
    pub(crate) const TOO_DEEP: Self = Self("a value is nested too deep");
    /// An XML hook, whose name yrs forgets to read, or a weak link, which yjs does not know.
    pub(crate) const TYPE: Self = Self("a type is of a kind that not every reader knows");
    /// A move of yrs', which yjs does not know.
    pub(crate) const MOVE: Self = Self("it moves things, which not every reader knows");
    /// `JSON.parse` takes it, and yrs does not.
    pub(crate) const NUMBER: Self = Self("a number is too large");
    pub(crate) const KEY: Self = Self("an object has a key that breaks its readers");
    pub(crate) const CLOCK: Self = Self("a clock is out of range");
}

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
    /// Types nested deeper than [`type_depth`](crate::limits::DocLimits::type_depth).
    #[error("types are nested too deep")]
    Depth,
}

/// Why an update was refused. What of it does not follow what was refused stays taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// Not a Yjs v1 update; nothing was taken.
    #[error("malformed update: {0}")]
    Malformed(&'static str),
    /// Honest content that some reader could not show, or would break at; nothing was taken.
    #[error("not kept here: {0}")]
    NotKept(&'static str),
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
    /// The seat would hold more than what would be left for all others.
    #[error("too large: more {what} of one seat than what would be left for all others")]
    Share {
        /// What there is too much of, in plural.
        what: &'static str,
    },
}

impl From<Malformed> for Refused {
    fn from(error: Malformed) -> Self {
        match error {
            Malformed::TOO_DEEP
            | Malformed::TYPE
            | Malformed::MOVE
            | Malformed::NUMBER
            | Malformed::KEY => Self::NotKept(error.0),
            Malformed::CLOCK => {
                Self::TooLarge { what: "units of a client", limit: MAX_CLOCK as usize }
            }
            Malformed(why) => Self::Malformed(why),
        }
    }
}

impl From<Cut> for Refused {
    fn from(cut: Cut) -> Self {
        Malformed::from(cut).into()
    }
}

impl From<Unfit> for Refused {
    fn from(unfit: Unfit) -> Self {
        Self::Unfit(unfit)
    }
}
