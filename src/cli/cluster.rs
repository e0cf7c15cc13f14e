//! The flags of a node of a cluster.

use std::path::PathBuf;
use std::time::Duration;

use clap::builder::BoolishValueParser;

use super::values::{broker, join_timeout, node_dead, word};
use super::{Exit, WRONG_USE};
use crate::config::{ClusterConfig, ClusterCredentials};

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Several machines (docs/cluster.md)")]
pub(super) struct ClusterArgs {
    /// NATS servers by which several machines have the same pads: nats://host:4222, or tls:// (repeatable; needs a --secret-file that is the same at all)
    #[arg(long, env = "FADEPAD_CLUSTER", value_name = "URL", value_delimiter = ',', value_parser = broker)]
    cluster: Vec<String>,
    /// What the nodes of one cluster call it
    #[arg(long, env = "FADEPAD_CLUSTER_NAME", default_value = "fadepad", value_name = "NAME", value_parser = word)]
    cluster_name: String,
    /// What NATS calls this node [default: fadepad- and a random number]
    #[arg(long, env = "FADEPAD_NODE_NAME", value_name = "NAME", value_parser = word)]
    node_name: Option<String>,
    /// Secret that seals what nodes say, the same at all [default: that of --secret-file]
    #[arg(long, env = "FADEPAD_CLUSTER_SECRET_FILE", value_name = "FILE")]
    cluster_secret_file: Option<PathBuf>,
    /// Credentials for NATS: a .creds file
    #[arg(
        long,
        env = "FADEPAD_CLUSTER_CREDS",
        value_name = "FILE",
        conflicts_with = "cluster_nkey"
    )]
    cluster_creds: Option<PathBuf>,
    /// Credentials for NATS: a file with an NKey's seed
    #[arg(long, env = "FADEPAD_CLUSTER_NKEY", value_name = "FILE")]
    cluster_nkey: Option<PathBuf>,
    /// Who signs the certificates of the NATS servers, PEM [default: whom this system trusts]
    #[arg(long, env = "FADEPAD_CLUSTER_TLS_CA", value_name = "FILE")]
    cluster_tls_ca: Option<PathBuf>,
    /// This node's certificate for the NATS servers, PEM
    #[arg(
        long,
        env = "FADEPAD_CLUSTER_TLS_CERT",
        value_name = "FILE",
        requires = "cluster_tls_key"
    )]
    cluster_tls_cert: Option<PathBuf>,
    /// Private key of that certificate, PEM
    #[arg(
        long,
        env = "FADEPAD_CLUSTER_TLS_KEY",
        value_name = "FILE",
        requires = "cluster_tls_cert"
    )]
    cluster_tls_key: Option<PathBuf>,
    /// How many nodes keep a pad that nobody is with
    #[arg(long, env = "FADEPAD_LINGER_COPIES", default_value_t = 2, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=8))]
    linger_copies: u8,
    /// How long the others are asked for a pad that is not open here
    #[arg(long, env = "FADEPAD_JOIN_TIMEOUT", default_value = "250ms", value_name = "TIME", value_parser = join_timeout)]
    join_timeout: Duration,
    /// After what silence a node counts as dead
    #[arg(long, env = "FADEPAD_NODE_DEAD", default_value = "10s", value_name = "TIME", value_parser = node_dead)]
    node_dead: Duration,
    /// Do not start where no NATS server is there [default: pads are open here alone until one comes]
    #[arg(long, env = "FADEPAD_CLUSTER_REQUIRED", value_parser = BoolishValueParser::new())]
    cluster_required: bool,
}

impl ClusterArgs {
    /// What no single flag tells of itself.
    pub(super) fn check(&self, has_secret: bool) -> Result<(), Exit> {
        if self.cluster.is_empty() || has_secret {
            return Ok(());
        }
        let text = "fadepad: --cluster needs a secret by which all its nodes know the same keys and codes: make one with \
                    --secret-file, and give every node a copy of that file\n";
        Err(Exit { text: text.to_owned(), code: WRONG_USE })
    }

    /// What they ask for; `None`: a server of its own.
    pub(super) fn config(self) -> Option<ClusterConfig> {
        if self.cluster.is_empty() {
            return None;
        }
        let credentials = match (self.cluster_creds, self.cluster_nkey) {
            (Some(file), _) => ClusterCredentials::Creds(file),
            (None, Some(file)) => ClusterCredentials::NKey(file),
            (None, None) => ClusterCredentials::Url,
        };
        Some(ClusterConfig {
            servers: self.cluster,
            name: self.cluster_name,
            node: self.node_name,
            secret_file: self.cluster_secret_file,
            credentials,
            tls_ca: self.cluster_tls_ca,
            tls_certificate: self.cluster_tls_cert.zip(self.cluster_tls_key),
            copies: self.linger_copies.into(),
            join_within: self.join_timeout,
            dead_after: self.node_dead,
            required: self.cluster_required,
        })
    }
}
