//! The flags of `fadepad take`.

use std::path::PathBuf;

use super::pads::{SealArgs, unsealed};
use super::{Action, Exit, configuration};
use crate::base::target::Link;
use crate::config::{Output, Port};

/// Have a pad of another machine go on at this one: its people come over by themselves
///
/// Text, links, code and the time that is left go along; at the other machine all of it is erased. Where a Fadepad runs here
/// it takes the pad, else one is started as `fadepad` would start. Exits with 5 where there is no such pad, with 6 where the
/// link is not a host's.
#[derive(Debug, clap::Args)]
pub(super) struct TakeArgs {
    /// The pad's host link at the other machine, also the short one of a greeting; "Hand over" in the host's page shows it
    #[arg(value_name = "URL")]
    link: Link,
    #[command(flatten)]
    seal: SealArgs,
    /// Port of the server here, where none runs [default: that of the configuration, else 7780]
    #[arg(short, long)]
    port: Option<u16>,
    /// Configuration of that server [default: as a start finds it]
    #[arg(short, long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Open no browser and show no tray
    #[arg(long)]
    headless: bool,
    /// Print events, one JSON object a line
    #[arg(long)]
    json: bool,
}

impl TakeArgs {
    pub(super) fn action(&self) -> Result<Action, Exit> {
        let from = self.link.clone().pinned(self.seal.fingerprint).map_err(unsealed)?;
        let mut config = configuration(self.config.as_ref())?;
        config.port = self.port.map_or(config.port, Port::Exactly);
        // What a new pad begins with is for new ones.
        config.template = None;
        if self.headless {
            (config.headless, config.open, config.tray) = (true, Some(false), false);
        }
        if self.json {
            config.output = Output::Json;
        }
        Ok(Action::Take { from, config: Box::new(config) })
    }
}
