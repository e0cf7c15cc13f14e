//! Why a command has not done what it was asked for, as a server says it or by its silence.

use std::io;

use thiserror::Error;

use super::http::HttpAnswer;
use super::sealed::{distrust, is_unsealed};
use crate::base::target::Server;
use crate::desktop::text::tame;

/// Why a command has not done what it was asked for.
#[derive(Debug, Error)]
pub enum Unanswered {
    /// There is no such pad, or it has ended.
    #[error("{0}")]
    NoPad(String),
    /// The link does not allow it.
    #[error("{0}")]
    Refused(String),
    /// Nothing runs here.
    #[error(
        "no Fadepad runs on this machine that commands find (one with --headless or --port 0 is found by its link alone)"
    )]
    NoInstance,
    /// What runs here can't be found.
    #[error(
        "without a link commands can't look for the Fadepad of this machine: {0}, or give this command the pad's link, as http://localhost:7780/p/notes#…"
    )]
    NotFound(&'static str),
    /// The server does not answer, or not as one of ours.
    #[error("{0}")]
    Failed(String),
}

impl Unanswered {
    /// The exit code of this failure.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NoPad(_) => 5,
            Self::Refused(_) => 6,
            Self::NoInstance | Self::NotFound(_) => 7,
            Self::Failed(_) => 1,
        }
    }
}

pub(super) fn unheard(server: &Server, error: &io::Error) -> Unanswered {
    if is_unsealed(error) {
        return Unanswered::Failed(format!(
            "{server} answers, and not by TLS: its links begin with http://"
        ));
    }
    match distrust(error) {
        Some(words) => Unanswered::Failed(format!("{server}: {words}")),
        None => Unanswered::Failed(format!("{server} does not answer: {error}")),
    }
}

pub(super) fn no_fadepad(server: &Server) -> Unanswered {
    Unanswered::Failed(format!("{server} does not answer as a Fadepad does"))
}

/// An answer, unless it says that it is none; what the server says of that is for people.
pub(super) fn judged(
    answered: HttpAnswer,
    strange: impl Fn() -> Unanswered,
) -> Result<HttpAnswer, Unanswered> {
    let detail = answered.json["detail"].as_str().map(|detail| tame(detail.trim_end_matches('.')));
    match (answered.status, detail) {
        (200..300, _) if answered.json.is_null() => Err(strange()),
        (200..300, _) => Ok(answered),
        (404 | 410, Some(detail)) => Err(Unanswered::NoPad(detail)),
        (401 | 403, Some(detail)) => Err(Unanswered::Refused(detail)),
        (_, Some(detail)) => Err(Unanswered::Failed(detail)),
        (_, None) => Err(strange()),
    }
}
