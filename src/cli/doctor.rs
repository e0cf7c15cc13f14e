//! The flags of `fadepad doctor`.

use std::path::PathBuf;

use super::{Action, Exit, configuration};
use crate::config::Port;

/// Look for what would keep phones out, and say what helps
///
/// Judges what `fadepad` would start with: its file and the environment are read as a start reads
/// them. Exits with 1 where something keeps phones out.
#[derive(Debug, clap::Args)]
pub(super) struct DoctorArgs {
    /// Port that a pad would listen on [default: that of the configuration]
    #[arg(short, long)]
    port: Option<u16>,
    /// Configuration that a pad would be started with [default: as a start finds it]
    #[arg(short, long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

impl DoctorArgs {
    pub(super) fn action(&self) -> Result<Action, Exit> {
        let mut config = configuration(self.config.as_ref())?;
        config.port = self.port.map_or(config.port, Port::Exactly);
        Ok(Action::Doctor { config: Box::new(config), json: self.json })
    }
}
