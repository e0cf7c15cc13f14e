//! TLS as a command speaks it: to a server that this system's certificates vouch for, or to the one whose certificate has the
//! SHA-256 that was said.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::client::WebPkiServerVerifier;
use tokio_rustls::rustls::client::danger::{
    HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier,
};
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::crypto::{verify_tls12_signature, verify_tls13_signature};
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    ClientConfig, ClientConnection, DigitallySignedStruct, Error, InvalidMessage, RootCertStore,
    SignatureScheme, StreamOwned,
};

use crate::base::authority::Authority;
use crate::base::target::Fingerprint;

/// Something to read from and write to.
pub(super) trait ServerLine: Read + Write {}

impl<T: Read + Write> ServerLine for T {}

/// The same connection, sealed.
pub(super) fn seal(
    stream: TcpStream,
    server: &Authority,
    pinned: Option<Fingerprint>,
) -> io::Result<Box<dyn ServerLine>> {
    let connection = ClientConnection::new(config(pinned)?, name(server)?);
    let connection = connection.map_err(io::Error::other)?;
    Ok(Box::new(StreamOwned::new(connection, stream)))
}

/// The same for who waits for nothing.
pub(super) async fn seal_async(
    stream: tokio::net::TcpStream,
    server: &Authority,
    pinned: Option<Fingerprint>,
) -> io::Result<TlsStream<tokio::net::TcpStream>> {
    TlsConnector::from(config(pinned)?).connect(name(server)?, stream).await
}

/// Whether who answered speaks no TLS.
pub(super) fn is_unsealed(error: &io::Error) -> bool {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    matches!(inner, Some(Error::InvalidMessage(InvalidMessage::InvalidContentType)))
}

/// What `Judge` has against the server's certificate, in its own words.
pub(super) fn distrust(error: &io::Error) -> Option<&str> {
    match error.get_ref().and_then(|inner| inner.downcast_ref())? {
        Error::General(words) => Some(words),
        _ => None,
    }
}

/// Whom the server's certificate has to name.
fn name(server: &Authority) -> io::Result<ServerName<'static>> {
    ServerName::try_from(server.host().to_owned()).map_err(io::Error::other)
}

/// What is spoken: with whoever has this certificate, or one that this system trusts.
fn config(pinned: Option<Fingerprint>) -> io::Result<Arc<ClientConfig>> {
    let provider = Arc::new(default_provider());
    let judge = match pinned {
        Some(pinned) => Judge::Pinned(pinned),
        None => {
            let roots = roots();
            let trusted =
                WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider));
            let nobody =
                |_| io::Error::other("this system trusts no certificates: say --fingerprint");
            Judge::Trusted(trusted.build().map_err(nobody)?)
        }
    };
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(judge))
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// Who vouches for a server here: those whom the system trusts.
pub(super) fn roots() -> RootCertStore {
    let found = rustls_native_certs::load_native_certs();
    for error in &found.errors {
        tracing::warn!(%error, "some of the certificates that this system trusts can't be read");
    }
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(found.certs);
    roots
}

/// Whose certificate is good enough.
#[derive(Debug)]
enum Judge {
    /// The one with this SHA-256, whatever it names and whoever has signed it.
    Pinned(Fingerprint),
    /// One that the system trusts.
    Trusted(Arc<WebPkiServerVerifier>),
}

impl ServerCertVerifier for Judge {
    fn verify_server_cert(
        &self,
        shown: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let sha256 = Fingerprint(Sha256::digest(shown).into());
        match self {
            Self::Pinned(pinned) if *pinned == sha256 => Ok(ServerCertVerified::assertion()),
            Self::Pinned(_) => Err(Error::General(format!(
                "its certificate is another one than --fingerprint says: SHA-256 {sha256}"
            ))),
            Self::Trusted(trusted) => {
                trusted.verify_server_cert(shown, chain, name, ocsp, now).map_err(|error| {
                    Error::General(format!(
                        "this system does not trust its certificate ({error}). Where its host reads the same SHA-256, say --fingerprint {sha256}"
                    ))
                })
            }
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let known = default_provider().signature_verification_algorithms;
        verify_tls12_signature(message, cert, signed, &known)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let known = default_provider().signature_verification_algorithms;
        verify_tls13_signature(message, cert, signed, &known)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        default_provider().signature_verification_algorithms.supported_schemes()
    }
}
