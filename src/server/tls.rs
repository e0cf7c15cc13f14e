//! TLS: one certificate, from files or made here, that is exchanged while connections go on.

mod files;
mod made;

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use thiserror::Error;
use tokio::sync::watch;
use tokio::time::sleep;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert, ServerConfig};
use tokio_rustls::rustls::sign::CertifiedKey;
use tokio_rustls::rustls::version::{TLS12, TLS13};

use self::files::Files;
use self::made::Made;

/// How often the files are looked at: whoever renews a certificate does not wait for longer.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// A certificate that was made here is made anew before its year is over.
const MAKE_ANEW: Duration = Duration::from_secs(300 * 86_400);

/// Why there is no TLS, with the way out.
#[derive(Debug, Error)]
pub enum BadTls {
    /// A file can't be read.
    #[error("{0} can't be read: {1}")]
    Unreadable(PathBuf, std::io::Error),
    /// A file holds something else.
    #[error(
        "{0} holds no certificate. It has to be PEM (\"-----BEGIN CERTIFICATE-----\"), this server's own first"
    )]
    NoCertificate(PathBuf),
    /// A file holds something else.
    #[error(
        "{0} holds no private key that is readable. It has to be PEM and without a passphrase: `openssl pkey -in OLD -out NEW` takes that off"
    )]
    NoKey(PathBuf),
    /// Two files that are no pair.
    #[error("the key {key} is not that of the certificate {cert}. Name the pair that was made together", key = .key.display(), cert = .cert.display())]
    NoPair {
        /// The certificate's file.
        cert: PathBuf,
        /// The key's file.
        key: PathBuf,
    },
    /// The library does not take it.
    #[error("{0} can't be used: {1}")]
    Unfit(PathBuf, String),
    /// No certificate could be made.
    #[error("no certificate could be made: {0}")]
    NotMade(String),
}

/// The certificate of this server, and the acceptor of connections.
pub struct Tls {
    pub(super) acceptor: TlsAcceptor,
    current: Arc<Current>,
    source: CertificateSource,
    fingerprint: watch::Sender<String>,
}

enum CertificateSource {
    Files(Files),
    Made(Made),
}

impl Tls {
    /// Reads a certificate (its chain after it) and its key.
    ///
    /// # Errors
    /// Where a file can't be read, is something else, or both are no pair.
    pub fn from_files(cert: &Path, key: &Path) -> Result<Self, BadTls> {
        let files = Files::new(cert, key);
        let first = files.read(&ring::default_provider())?;
        Ok(Self::with(CertificateSource::Files(files), first))
    }

    /// Makes a certificate for these names and addresses; it lives in memory only.
    ///
    /// # Errors
    /// Where the system has no random numbers.
    pub fn self_signed(names: &[String]) -> Result<Self, BadTls> {
        let (made, first) = Made::new(names, &ring::default_provider())?;
        Ok(Self::with(CertificateSource::Made(made), first))
    }

    fn with(source: CertificateSource, first: CertifiedKey) -> Self {
        let fingerprint = watch::Sender::new(fingerprint(&first));
        let current = Arc::new(Current(RwLock::new(Arc::new(first))));
        let resolver: Arc<dyn ResolvesServerCert> = Arc::clone(&current) as _;
        let acceptor = TlsAcceptor::from(Arc::new(server_config(resolver)));
        Self { acceptor, current, source, fingerprint }
    }

    /// Whether the certificate was made here: browsers warn of it.
    #[must_use]
    pub fn is_self_signed(&self) -> bool {
        matches!(self.source, CertificateSource::Made(_))
    }

    /// The SHA-256 of the certificate, as browsers show it: `AB:CD:…`.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.fingerprint.borrow().clone()
    }

    /// Tells of every further certificate by its fingerprint.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<String> {
        self.fingerprint.subscribe()
    }

    /// Whether the certificate is for this address or name.
    #[must_use]
    pub fn covers(&self, name: &str) -> bool {
        files::covers(&self.current.get(), name)
    }

    /// The names that the certificate is for, without those with a `*`.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        files::names(&self.current.get())
    }

    /// Own names or addresses have changed: a certificate that was made here is made anew where it
    /// lacks one of them. Says whether it was; connections go on.
    ///
    /// # Errors
    /// Where the system has no random numbers. The old certificate stays.
    pub fn renew(&self, names: &[String]) -> Result<bool, BadTls> {
        let CertificateSource::Made(made) = &self.source else { return Ok(false) };
        let made = made.renew(names, &ring::default_provider())?;
        Ok(made.map(|made| self.exchange(made)).is_some())
    }

    /// Reads the files again where they have changed. Says whether there is another certificate.
    ///
    /// # Errors
    /// Where they can't be used as they are now. The old certificate stays.
    pub fn reload(&self) -> Result<bool, BadTls> {
        let CertificateSource::Files(files) = &self.source else { return Ok(false) };
        let read = files.read_if_changed(&ring::default_provider())?;
        Ok(read.map(|read| self.exchange(read)).is_some())
    }

    fn exchange(&self, next: CertifiedKey) {
        let fingerprint = fingerprint(&next);
        *self.current.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(next);
        self.fingerprint
            .send_if_modified(|known| std::mem::replace(known, fingerprint.clone()) != fingerprint);
    }

    /// Keeps the certificate fresh. Never ends by itself.
    pub async fn keep(self: Arc<Self>) {
        loop {
            let (tls, wait) = match self.source {
                CertificateSource::Files(_) => (Arc::clone(&self), LOOK_AGAIN),
                CertificateSource::Made(_) => (Arc::clone(&self), MAKE_ANEW),
            };
            sleep(wait).await;
            let renewed = tokio::task::spawn_blocking(move || match &tls.source {
                CertificateSource::Files(_) => tls.reload(),
                CertificateSource::Made(made) => made
                    .again(&ring::default_provider())
                    .map(|made| tls.exchange(made))
                    .map(|()| true),
            });
            match renewed.await {
                Ok(Ok(true)) => tracing::info!("the certificate was renewed"),
                Ok(Err(error)) => tracing::warn!(%error, "the old certificate stays"),
                _ => {}
            }
        }
    }
}

/// The certificate that the next handshake gets.
#[derive(Debug)]
struct Current(RwLock<Arc<CertifiedKey>>);

impl Current {
    fn get(&self) -> Arc<CertifiedKey> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }
}

impl ResolvesServerCert for Current {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.get())
    }
}

/// TLS 1.3 and 1.2: some Safaris refuse WebSockets where there is only 1.3.
fn server_config(resolver: Arc<dyn ResolvesServerCert>) -> ServerConfig {
    let provider: Arc<CryptoProvider> = Arc::new(ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&TLS13, &TLS12])
        .expect("ring has cipher suites for both versions")
        .with_no_client_auth()
        .with_cert_resolver(resolver);
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    config
}

fn fingerprint(key: &CertifiedKey) -> String {
    let own = key.cert.first().map(Sha256::digest).unwrap_or_default();
    own.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":")
}
