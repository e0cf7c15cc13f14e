//! The flags of `fadepad healthcheck`.

use std::path::PathBuf;

use super::{Action, Exit, configuration};
use crate::config::Port;

/// Ask the server of this machine whether it is ready, for containers and service managers
///
/// Asks at the port and the first address of the configuration that `fadepad` would start with. Exits with 0 where it
/// is ready, with 1 where it answers and is not, with 7 where nothing answers.
#[derive(Debug, clap::Args)]
pub(super) struct HealthcheckArgs {
    /// Port that it listens on [default: that of the configuration, else 7780]
    #[arg(short, long)]
    port: Option<u16>,
    /// Configuration that it was started with [default: as a start finds it]
    #[arg(short, long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

impl HealthcheckArgs {
    pub(super) fn action(&self) -> Result<Action, Exit> {
        let mut config = configuration(self.config.as_ref())?;
        config.port = self.port.map_or(config.port, Port::Exactly);
        Ok(Action::Healthcheck { config: Box::new(config), json: self.json })
    }
}
