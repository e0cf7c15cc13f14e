//! The flags of what is done to pads that are open: `fadepad list`, `fadepad end` and `fadepad rename`.

use super::Action;
use crate::base::target::{Link, Target};

/// List the pads of the Fadepad that runs on this machine
///
/// Exits with 7 where none runs, with 6 where the link is not a host's.
#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    /// A host's link, for the pads of another server; the short one of a greeting is used up by it
    #[arg(value_name = "URL")]
    link: Option<Link>,
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
    /// Print what the server answers, as JSON
    #[arg(long)]
    json: bool,
}

impl RenameArgs {
    pub(super) fn action(&self) -> Action {
        Action::Rename { pad: self.pad.clone(), title: self.title.clone(), json: self.json }
    }
}

impl ListArgs {
    pub(super) fn action(&self) -> Action {
        Action::List { link: self.link.clone(), json: self.json }
    }
}

impl EndArgs {
    pub(super) fn action(&self) -> Action {
        Action::End { pad: self.pad.clone(), now: self.now, json: self.json }
    }
}
