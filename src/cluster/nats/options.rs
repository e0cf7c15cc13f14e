//! How a node connects.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use async_nats::{Client, ConnectOptions, ServerAddr};
use thiserror::Error;
use zeroize::Zeroizing;

use super::{NatsConnection, NotConnected};
use crate::cluster::subject::Subject;

/// How long a server may take to answer: one that hangs is left for the next.
const CONNECT_TIME: Duration = Duration::from_secs(2);

/// How often the server is asked whether it is there; the second question without an answer ends the connection.
const PING_PAUSE: Duration = Duration::from_secs(2);

/// What the client keeps of what it was told to do: subscriptions of all pads that are opened while no server is there.
const CLIENT_CAPACITY: usize = 16 << 10;

/// The shortest pause before a lost server is tried again, and how often it doubles.
const RETRY_PAUSE: Duration = Duration::from_millis(100);
const RETRY_DOUBLES: usize = 4;

/// How a node connects.
#[derive(Clone, Debug)]
pub struct NatsOptions {
    /// The servers as URLs: `nats://host:4222`, `tls://…`; any of them does.
    pub servers: Vec<String>,
    /// What NATS calls this node in its list of connections.
    pub name: String,
    /// Where answers to this node's questions come.
    pub inbox: Subject,
    /// What proves who this node is.
    pub credentials: Credentials,
    /// Certificates.
    pub tls: NatsTls,
    /// Whether a start without a server fails.
    pub required: bool,
}

/// What proves who a node is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Credentials {
    /// The user and password of the URL, if it has any, or a certificate.
    #[default]
    Url,
    /// A file with a JWT and its seed. <https://docs.nats.io/using-nats/developer/connecting/creds>
    File(PathBuf),
    /// A file with an NKey's seed. <https://docs.nats.io/using-nats/developer/connecting/nkey>
    NKey(PathBuf),
}

/// Certificates of one's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NatsTls {
    /// Who signs the servers' certificates; `None`: those whom the system trusts.
    pub ca: Option<PathBuf>,
    /// This node's own certificate and its key.
    pub certificate: Option<(PathBuf, PathBuf)>,
}

/// A file that proves nothing.
#[derive(Debug, Error)]
#[error("{flag} {path}: {why}", path = .path.display())]
pub struct BadCredentials {
    flag: &'static str,
    path: PathBuf,
    why: String,
}

impl BadCredentials {
    fn new(flag: &'static str, path: &Path, why: impl ToString) -> Self {
        Self { flag, path: path.to_owned(), why: why.to_string() }
    }
}

impl NatsOptions {
    /// A client; one that waits for a server looks for one until it comes.
    pub(super) async fn connect(
        &self,
        connection: &Arc<NatsConnection>,
        waits: bool,
    ) -> Result<Client, NotConnected> {
        let heard = Arc::clone(connection);
        let mut options = self.proven(self.encrypted()?).await?;
        if waits {
            options = options.retry_on_initial_connect();
        }
        let options = options
            .name(&self.name)
            .custom_inbox_prefix(&self.inbox)
            .no_echo()
            // Servers that tell of each other say addresses that certificates may not name.
            .ignore_discovered_servers()
            .ping_interval(PING_PAUSE)
            .connection_timeout(CONNECT_TIME)
            .client_capacity(CLIENT_CAPACITY)
            .reconnect_delay_callback(|tries| {
                RETRY_PAUSE * (1 << tries.saturating_sub(1).min(RETRY_DOUBLES))
            })
            .event_callback(move |event| {
                let heard = Arc::clone(&heard);
                async move { heard.hear(event).await }
            });
        Ok(options.connect(self.addresses()?).await?)
    }

    fn addresses(&self) -> Result<Vec<ServerAddr>, NotConnected> {
        let parsed = self.servers.iter().map(|server| server.parse::<ServerAddr>());
        parsed.collect::<io::Result<_>>().map_err(|e| NotConnected::Absent(e.to_string()))
    }

    /// Those of the first URL that has some: the client sends the same to all servers.
    fn user_and_password(&self) -> Option<(String, String)> {
        let addresses = self.servers.iter().filter_map(|url| url.parse::<ServerAddr>().ok());
        let mut named = addresses.filter_map(|address| {
            let user = percent_decoded(address.username()?);
            Some((user, percent_decoded(address.password().unwrap_or_default())))
        });
        named.next()
    }

    fn encrypted(&self) -> Result<ConnectOptions, BadCredentials> {
        let mut options = ConnectOptions::new();
        if let Some(ca) = &self.tls.ca {
            check_readable("--cluster-tls-ca", ca)?;
            // Who names it wants it used.
            options = options.add_root_certificates(ca.clone()).require_tls(true);
        }
        if let Some((certificate, key)) = &self.tls.certificate {
            check_readable("--cluster-tls-cert", certificate)?;
            check_readable("--cluster-tls-key", key)?;
            options = options.add_client_certificate(certificate.clone(), key.clone());
        }
        Ok(options)
    }

    async fn proven(&self, options: ConnectOptions) -> Result<ConnectOptions, BadCredentials> {
        match &self.credentials {
            Credentials::Url => Ok(match self.user_and_password() {
                Some((user, password)) => options.user_and_password(user, password),
                None => options,
            }),
            Credentials::File(path) => {
                let read = options.credentials_file(path).await;
                read.map_err(|e| BadCredentials::new("--cluster-creds", path, e))
            }
            Credentials::NKey(path) => {
                let read = tokio::fs::read_to_string(path).await.map(Zeroizing::new);
                let seed = read.map_err(|e| BadCredentials::new("--cluster-nkey", path, e))?;
                Ok(options.nkey(seed.trim().to_owned()))
            }
        }
    }
}

/// `a%40b` → `a@b`, as what stands before the host of a URL is written.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|two| str::from_utf8(two).ok());
        let byte = code.and_then(|two| u8::from_str_radix(two, 16).ok());
        match byte {
            Some(byte) if first == b'%' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The client says of a file that it can't read not which one.
fn check_readable(flag: &'static str, path: &Path) -> Result<(), BadCredentials> {
    let opened = std::fs::File::open(path);
    opened.map(drop).map_err(|e| BadCredentials::new(flag, path, e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_urls_may_stand_in_a_password() {
        for (written, meant) in [("a%40b%3a", "a@b:"), ("100%", "100%"), ("%zz%", "%zz%"), ("", "")]
        {
            assert_eq!(percent_decoded(written), meant);
        }
    }
}
