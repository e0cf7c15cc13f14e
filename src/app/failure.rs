//! Why the server does not open.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use thiserror::Error;

use super::unanswered::Unanswered;
use crate::server::BadTls;

/// Why the server does not open, with the way out.
#[derive(Debug, Error)]
pub enum NotStarted {
    /// The port or address is taken.
    #[error("port {0} is taken. Try --port {next}, or --port 0 for any free one", next = .0.wrapping_add(1))]
    PortTaken(u16),
    /// All ports that are tried by default are taken.
    #[error("ports {0} to {1} are taken. Try --port 0 for any free one")]
    PortsTaken(u16, u16),
    /// The address is not one of this machine.
    #[error("this machine can't listen on {0}: {1}. See --list-interfaces for its addresses")]
    BadAddress(SocketAddr, io::Error),
    /// The secret file can't be used.
    #[error("the secret file {0} can't be used: {1}")]
    Secret(PathBuf, String),
    /// The file of the instance's key can't be used.
    #[error("the instance key file {0} can't be used: {1}")]
    InstanceKey(PathBuf, String),
    /// It can't be a node of the cluster.
    #[error("no cluster: {0}")]
    NoCluster(String),
    /// The cluster's engine is not there, and nothing is to be open without it.
    #[error("no cluster: {0}")]
    NoEngine(String),
    /// The certificate or its key can't be used.
    #[error("no TLS: {0}")]
    Tls(#[from] BadTls),
    /// Copies can't be kept there.
    #[error("no file can be made in --save-dir {0}: {1}")]
    SaveDir(PathBuf, io::Error),
    /// Copies are to be kept in what is no folder.
    #[error("--save-dir {0} is a file, not a folder")]
    NoFolder(PathBuf),
    /// Nobody can be told of ends by it.
    #[error("--on-end: there is no program {0}. Give its whole path")]
    NoProgram(String),
    /// No server could prove to be the one that is to be told.
    #[error(
        "--on-end: this system trusts no certificate, so that no https address can be told. Name a file of them by the environment variable SSL_CERT_FILE"
    )]
    NobodyTrusted,
    /// A template can't be used.
    #[error("--templates {0}: {1}")]
    Templates(PathBuf, String),
    /// There is no such template.
    #[error("there is no template \"{0}\": choose one of {1}")]
    NoTemplate(String, String),
    /// A choice of network that can't be used.
    #[error("{0}. See --list-interfaces")]
    NoSuchNetwork(String),
    /// Links can't be signed.
    #[error("this system gives no random numbers: {0}")]
    NoRandom(getrandom::Error),
    /// Fewer threads can be had than were asked for.
    #[error("this system gives no further thread: {0}. Try a smaller --threads")]
    NoThread(io::Error),
    /// The pad stays at the machine that it was to come from.
    #[error(transparent)]
    NotTaken(#[from] Unanswered),
    /// Nobody could stop it.
    #[error("the system's signals can't be heard: {0}")]
    NoSignals(io::Error),
    /// The system failed us.
    #[error("{0}")]
    System(String),
}

impl NotStarted {
    /// The exit code of this failure.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::PortTaken(_) | Self::PortsTaken(..) | Self::BadAddress(..) => 3,
            Self::Secret(..) | Self::InstanceKey(..) => 4,
            Self::NoProgram(_)
            | Self::NoCluster(_)
            | Self::NobodyTrusted
            | Self::SaveDir(..)
            | Self::NoFolder(_)
            | Self::Templates(..)
            | Self::NoTemplate(..)
            | Self::Tls(_)
            | Self::NoSuchNetwork(_) => 4,
            Self::NotTaken(why) => why.exit_code(),
            Self::NoEngine(_)
            | Self::NoRandom(_)
            | Self::NoThread(_)
            | Self::NoSignals(_)
            | Self::System(_) => 1,
        }
    }
}
