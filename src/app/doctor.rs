//! `fadepad doctor`: this machine, and what a start would be made with.

use super::{NotStarted, around, secret};
use crate::config::{Config, Port, TlsChoice};
use crate::desktop::diagnosis::doctor::facts::{self, Wanted};
use crate::desktop::diagnosis::doctor::{self, Check};
use crate::desktop::lan;
use crate::server::Tls;

/// Looks for what would keep phones out of a pad that is started with this configuration.
#[must_use]
pub fn examine(config: &Config) -> Vec<Check> {
    let (port, exact) = match config.port {
        Port::Exactly(port) => (port, true),
        Port::From(port) => (port, false),
    };
    let wanted = Wanted {
        port,
        exact,
        bind: config.bind.clone(),
        networks: config.networks.clone(),
        chosen: if config.headless { None } else { lan::remembered() },
        mdns: config.mdns,
        tray: config.tray,
        settings: prepare(config).map_err(|error| error.to_string()),
    };
    doctor::examine(&facts::gather(wanted))
}

/// What a start reads before it listens. Nothing is made where it is missing.
fn prepare(config: &Config) -> Result<(), NotStarted> {
    if let Some(file) = config.secret_file.as_deref().filter(|file| file.exists()) {
        secret::load(file)?;
    }
    if let TlsChoice::Files { cert, key } = &config.tls {
        Tls::from_files(cert, key)?;
    }
    around::may_use(config)
}
