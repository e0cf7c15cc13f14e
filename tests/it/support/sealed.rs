//! TLS as a client has it: one that takes any certificate and tells which, one that trusts; and
//! certificates in files.

use std::fs;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rcgen::{CertificateParams, KeyPair};
use sha2::{Digest as _, Sha256};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::client::danger::{
    HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier,
};
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme,
};

/// Connects as somebody does who accepts the warning.
pub async fn connect(address: SocketAddr) -> io::Result<TlsStream<TcpStream>> {
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Anyone))
        .with_no_client_auth();
    handshake(config, address, address.ip()).await
}

/// Connects as somebody does who trusts this certificate and wants to reach `name` with it.
pub async fn connect_trusting(
    address: SocketAddr,
    certificate: CertificateDer<'static>,
    name: IpAddr,
) -> io::Result<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add(certificate).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    handshake(config, address, name).await
}

async fn handshake(
    config: ClientConfig,
    address: SocketAddr,
    name: IpAddr,
) -> io::Result<TlsStream<TcpStream>> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let name = ServerName::IpAddress(name.into());
    TlsConnector::from(Arc::new(config)).connect(name, stream).await
}

/// The certificate of the server at the other end.
pub fn certificate(stream: &TlsStream<TcpStream>) -> CertificateDer<'static> {
    stream.get_ref().1.peer_certificates().unwrap()[0].clone()
}

/// Its SHA-256 as Fadepad tells it.
pub fn fingerprint(certificate: &CertificateDer<'_>) -> String {
    Sha256::digest(certificate).iter().map(|b| format!("{b:02X}")).collect::<Vec<_>>().join(":")
}

/// A certificate and its key in files.
pub struct Pair {
    pub cert: PathBuf,
    pub key: PathBuf,
    folder: PathBuf,
}

impl Pair {
    /// Makes a pair for these names, in a folder of its own.
    pub fn new(folder: &str, names: &[&str]) -> Self {
        let folder: String = folder.chars().map(|c| if c == ' ' { '-' } else { c }).collect();
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(folder);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let pair = Self { cert: folder.join("cert.pem"), key: folder.join("key.pem"), folder };
        pair.make_anew(names);
        pair
    }

    /// Writes another pair into the same files; returns the certificate's fingerprint.
    pub fn make_anew(&self, names: &[&str]) -> String {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let key = KeyPair::generate().unwrap();
        let own = CertificateParams::new(names).unwrap().self_signed(&key).unwrap();
        write_pem(&self.key, "PRIVATE KEY", &key.serialize_der());
        write_pem(&self.cert, "CERTIFICATE", own.der());
        fingerprint(own.der())
    }
}

impl Drop for Pair {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Writes a file of PEM: a `CERTIFICATE` or `PRIVATE KEY`.
pub fn write_pem(path: &Path, label: &str, der: &[u8]) {
    let text = STANDARD.encode(der);
    let lines: Vec<_> = text.as_bytes().chunks(64).map(String::from_utf8_lossy).collect();
    let lines = lines.join("\n");
    fs::write(path, format!("-----BEGIN {label}-----\n{lines}\n-----END {label}-----\n")).unwrap();
}

/// Somebody who accepts every warning.
#[derive(Debug)]
struct Anyone;

impl ServerCertVerifier for Anyone {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        default_provider().signature_verification_algorithms.supported_schemes()
    }
}
