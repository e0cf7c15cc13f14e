//! The flags of `fadepad healthcheck` and `fadepad doctor`: both judge what a start would run with.

use std::path::PathBuf;

use super::{Action, Exit, configuration};
use crate::config::{Config, Port};

// No doc comment: clap would make it the description of the command that flattens it.
#[derive(Debug, clap::Args)]
struct AsStarted {
    /// Port of the server [default: that of the configuration, else 7780]
    #[arg(short, long)]
    port: Option<u16>,
    /// Configuration of the server [default: as a start finds it]
    #[arg(short, long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

impl AsStarted {
    fn config(&self) -> Result<Box<Config>, Exit> {
        let mut config = configuration(self.config.as_ref())?;
        config.port = self.port.map_or(config.port, Port::Exactly);
        Ok(Box::new(config))
    }
}

/// Ask the server of this machine whether it is ready, for containers and service managers
///
/// Asks at the port and the first address of the configuration that `fadepad` would start with. Exits with 0 where it
/// is ready, with 1 where it answers and is not, with 7 where nothing answers.
#[derive(Debug, clap::Args)]
pub(super) struct HealthcheckArgs {
    #[command(flatten)]
    started: AsStarted,
}

impl HealthcheckArgs {
    pub(super) fn action(&self) -> Result<Action, Exit> {
        Ok(Action::Healthcheck { config: self.started.config()?, json: self.started.json })
    }
}

/// Look for what would keep phones out, and say what helps
///
/// Judges what `fadepad` would start with: its file and the environment are read as a start reads
/// them. At a terminal it offers to run the command that helps, and looks again afterwards. Exits
/// with 1 where something keeps phones out.
#[derive(Debug, clap::Args)]
pub(super) struct DoctorArgs {
    #[command(flatten)]
    started: AsStarted,
}

impl DoctorArgs {
    pub(super) fn action(&self) -> Result<Action, Exit> {
        Ok(Action::Doctor { config: self.started.config()?, json: self.started.json })
    }
}
