//! The subcommands, each with its own flags: they ask, and host nothing.

use clap::Subcommand;

use super::doctor::DoctorArgs;
use super::{Action, Exit};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the pads on this network
    Find(FindArgs),
    Doctor(DoctorArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct FindArgs {
    /// Print them as JSON
    #[arg(long)]
    json: bool,
}

impl Command {
    /// What they are called.
    pub(super) const NAMES: [&str; 2] = ["find", "doctor"];

    pub(super) fn action(&self) -> Result<Action, Exit> {
        match self {
            Self::Find(FindArgs { json }) => Ok(Action::Find(*json)),
            Self::Doctor(args) => args.action(),
        }
    }
}
