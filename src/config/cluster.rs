//! What makes this server one node of several with the same pads.

use std::path::PathBuf;
use std::time::Duration;

/// The cluster that this node is in, and how it is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterConfig {
    /// URLs of NATS servers, any of which does: `nats://host:4222`, `tls://…`; perhaps with user and password.
    pub servers: Vec<String>,
    /// What all its nodes call it; nodes of another name are in another cluster.
    pub name: String,
    /// What this node is called in the list of connections of NATS; `None`: by a random number.
    pub node: Option<String>,
    /// What seals what nodes say to each other; `None`: the secret that signs links, which they share anyway.
    pub secret_file: Option<PathBuf>,
    /// What proves to NATS who this node is.
    pub credentials: ClusterCredentials,
    /// Who signs the certificates of the NATS servers; `None`: those whom the system trusts.
    pub tls_ca: Option<PathBuf>,
    /// This node's own certificate and key.
    pub tls_certificate: Option<(PathBuf, PathBuf)>,
    /// How many nodes keep a pad that nobody is with.
    pub copies: usize,
    /// How long other nodes are asked for a pad that is not open here.
    pub join_within: Duration,
    /// After what silence a node counts as dead.
    pub dead_after: Duration,
    /// Whether a start without a NATS server fails.
    pub required: bool,
}

/// What proves to NATS who a node is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ClusterCredentials {
    /// User and password of the URL, or nothing.
    #[default]
    Url,
    /// A file with a JWT and its seed.
    Creds(PathBuf),
    /// A file with the seed of an NKey.
    NKey(PathBuf),
}
