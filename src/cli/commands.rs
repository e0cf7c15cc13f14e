//! The subcommands, each with its own flags: they ask, and host nothing.

use clap::Subcommand;

use super::doctor::DoctorArgs;
use super::pads::{EndArgs, ListArgs};
use super::{Action, Exit};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the pads on this network
    Find(FindArgs),
    List(ListArgs),
    End(EndArgs),
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
    pub(super) const NAMES: [&str; 4] = ["find", "list", "end", "doctor"];

    pub(super) fn action(&self) -> Result<Action, Exit> {
        match self {
            Self::Find(FindArgs { json }) => Ok(Action::Find(*json)),
            Self::List(args) => Ok(args.action()),
            Self::End(args) => Ok(args.action()),
            Self::Doctor(args) => args.action(),
        }
    }
}
