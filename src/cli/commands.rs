//! The subcommands, each with its own flags: they ask, and host nothing.

use clap::Subcommand;

use super::Action;
use super::doctor::DoctorArgs;

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
    pub(super) fn action(&self) -> Action {
        match self {
            Self::Find(FindArgs { json }) => Action::Find(*json),
            Self::Doctor(args) => args.action(),
        }
    }
}
