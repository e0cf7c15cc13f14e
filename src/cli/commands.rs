//! The subcommands, each with its own flags: they ask, and host nothing.

use clap::Subcommand;

use super::about::{self, CompletionsArgs, ConfigArgs};
use super::checks::{DoctorArgs, HealthcheckArgs};
use super::pads::{EndArgs, ListArgs, RenameArgs};
use super::take::TakeArgs;
use super::texts::{AppendArgs, CatArgs, ExportArgs, ImportArgs, TailArgs};
use super::{Action, Exit};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the pads on this network
    Find(FindArgs),
    List(ListArgs),
    End(EndArgs),
    Rename(RenameArgs),
    Take(TakeArgs),
    Doctor(DoctorArgs),
    Healthcheck(HealthcheckArgs),
    Cat(CatArgs),
    Tail(TailArgs),
    Export(ExportArgs),
    Append(AppendArgs),
    Import(ImportArgs),
    Completions(CompletionsArgs),
    /// Print the manual page
    Man,
    Config(ConfigArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct FindArgs {
    /// Print them as JSON
    #[arg(long)]
    json: bool,
}

impl Command {
    /// What they are called.
    pub(super) const NAMES: [&str; 15] = [
        "find",
        "list",
        "end",
        "rename",
        "take",
        "doctor",
        "healthcheck",
        "cat",
        "tail",
        "export",
        "append",
        "import",
        "completions",
        "man",
        "config",
    ];

    pub(super) fn action(&self) -> Result<Action, Exit> {
        match self {
            Self::Find(FindArgs { json }) => Ok(Action::Find(*json)),
            Self::List(args) => args.action(),
            Self::End(args) => args.action(),
            Self::Rename(args) => args.action(),
            Self::Take(args) => args.action(),
            Self::Doctor(args) => args.action(),
            Self::Healthcheck(args) => args.action(),
            Self::Cat(args) => args.action(),
            Self::Tail(args) => args.action(),
            Self::Export(args) => args.action(),
            Self::Append(args) => args.action(),
            Self::Import(args) => args.action(),
            Self::Completions(args) => Ok(args.action()),
            Self::Man => Ok(about::man()),
            Self::Config(args) => args.action(),
        }
    }
}
