//! The flags of what is done to pads that are open: `fadepad list`, `fadepad end` and `fadepad rename`.

use super::{Action, Exit, WRONG_USE};
use crate::base::target::{Fingerprint, Link, NotSealed, Target};

/// List the pads of the Fadepad that runs on this machine
///
/// Exits with 7 where none runs, with 6 where the link is not a host's.
#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    /// A host's link, for the pads of another server; the short one of a greeting is used up by it
    #[arg(value_name = "URL")]
    link: Option<Link>,
    #[command(flatten)]
    seal: SealArgs,
    /// Print them as JSON
    #[arg(long)]
    json: bool,
}

/// End a pad: everyone in it is offered a copy first
///
/// Exits with 5 where there is no such pad or it has ended, with 6 where the link is not a host's,
/// with 7 where no Fadepad runs here.
#[derive(Debug, clap::Args)]
pub(super) struct EndArgs {
    /// The pad's name, where Fadepad runs on this machine, or its host's link, also the short one of the greeting
    #[arg(value_name = "PAD")]
    pad: Target,
    /// At once: nobody is offered a copy
    #[arg(long)]
    now: bool,
    #[command(flatten)]
    seal: SealArgs,
    /// Print what the server answers, as JSON
    #[arg(long)]
    json: bool,
}

/// Rename a pad: everyone reads it at once; links and code stay
///
/// Exits as `fadepad end` does.
#[derive(Debug, clap::Args)]
pub(super) struct RenameArgs {
    /// The pad's name, where Fadepad runs on this machine, or its host's link, also the short one of the greeting
    #[arg(value_name = "PAD")]
    pad: Target,
    /// What everyone reads; "" for the name itself
    #[arg(value_name = "TITLE")]
    title: String,
    #[command(flatten)]
    seal: SealArgs,
    /// Print what the server answers, as JSON
    #[arg(long)]
    json: bool,
}

/// Which server an https:// link leads to.
#[derive(Debug, clap::Args)]
pub(super) struct SealArgs {
    /// The SHA-256 of the certificate that the server of an https:// link must have, as its host reads it, where this system does not trust it
    #[arg(long, value_name = "SHA256")]
    pub(super) fingerprint: Option<Fingerprint>,
}

impl SealArgs {
    /// The pad, at that server alone.
    pub(super) fn pin(&self, pad: &Target) -> Result<Target, Exit> {
        pad.clone().pinned(self.fingerprint).map_err(unsealed)
    }
}

pub(super) fn unsealed(error: NotSealed) -> Exit {
    Exit { text: format!("fadepad: {error}\n"), code: WRONG_USE }
}

impl RenameArgs {
    pub(super) fn action(&self) -> Result<Action, Exit> {
        let pad = self.seal.pin(&self.pad)?;
        Ok(Action::Rename { pad, title: self.title.clone(), json: self.json })
    }
}

impl ListArgs {
    pub(super) fn action(&self) -> Result<Action, Exit> {
        let link = match (&self.link, self.seal.fingerprint) {
            (Some(link), pinned) => Some(link.clone().pinned(pinned).map_err(unsealed)?),
            (None, Some(_)) => return Err(unsealed(NotSealed)),
            (None, None) => None,
        };
        Ok(Action::List { link, json: self.json })
    }
}

impl EndArgs {
    pub(super) fn action(&self) -> Result<Action, Exit> {
        Ok(Action::End { pad: self.seal.pin(&self.pad)?, now: self.now, json: self.json })
    }
}
