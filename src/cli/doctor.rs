//! The flags of `fadepad doctor`.

use crate::config::DEFAULT_PORT;

use super::Action;

/// Look for what would keep phones out, and say what helps
///
/// Exits with 1 where something keeps phones out.
#[derive(Debug, clap::Args)]
pub(super) struct DoctorArgs {
    /// Port that a pad would listen on
    #[arg(short, long, env = "FADEPAD_PORT", default_value_t = DEFAULT_PORT)]
    port: u16,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

impl DoctorArgs {
    pub(super) fn action(&self) -> Action {
        Action::Doctor { port: self.port, json: self.json }
    }
}
