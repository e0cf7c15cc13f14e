//! What an empty pad may begin with. The blocks themselves are the page's, in the language of whoever comes first.

use std::str::FromStr;

use thiserror::Error;

/// One of the page's templates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// Goal, topics, next steps.
    Agenda,
    /// Who was here, decisions, what is to do.
    Minutes,
    /// What went well, what was hard, what is tried next.
    Retro,
}

/// A word for no template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a template is agenda, minutes or retro")]
pub struct NoTemplate;

impl Template {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Agenda, Self::Minutes, Self::Retro];

    /// The word that programs see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Minutes => "minutes",
            Self::Retro => "retro",
        }
    }
}

impl FromStr for Template {
    type Err = NoTemplate;

    fn from_str(text: &str) -> Result<Self, NoTemplate> {
        Self::ALL.into_iter().find(|template| template.name() == text).ok_or(NoTemplate)
    }
}
