//! The flags of TLS.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::config::TlsChoice;

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Network")]
pub(super) struct TlsArgs {
    /// Certificate for HTTPS, PEM, its chain after it; read again when it changes
    #[arg(
        long,
        env = "FADEPAD_TLS_CERT",
        value_name = "FILE",
        requires = "tls_key",
        conflicts_with = "tls"
    )]
    tls_cert: Option<PathBuf>,
    /// Private key of that certificate, PEM
    #[arg(
        long,
        env = "FADEPAD_TLS_KEY",
        value_name = "FILE",
        requires = "tls_cert",
        conflicts_with = "tls"
    )]
    tls_key: Option<PathBuf>,
    /// HTTPS with a certificate made at the start; browsers warn of it, iPhones can't join
    #[arg(long, env = "FADEPAD_TLS", value_name = "HOW")]
    tls: Option<How>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum How {
    SelfSigned,
}

impl TlsArgs {
    /// What these flags ask for.
    pub(super) fn choice(self) -> TlsChoice {
        match (self.tls_cert, self.tls_key, self.tls) {
            (Some(cert), Some(key), _) => TlsChoice::Files { cert, key },
            (_, _, Some(How::SelfSigned)) => TlsChoice::SelfSigned,
            _ => TlsChoice::Off,
        }
    }
}
