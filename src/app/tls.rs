//! TLS as the flags ask for it, and what the host is told of its certificate.

use std::sync::Arc;

use serde::Serialize;
use tokio::sync::watch;

use super::NotStarted;
use crate::base::stop::Stop;
use crate::config::{Config, TlsChoice};
use crate::server::{Addresses, ServerState, Tls};

/// The certificate in the first JSON line.
#[derive(Debug, Serialize)]
pub(super) struct CertificateInfo {
    pub(super) sha256: String,
    pub(super) self_signed: bool,
}

impl CertificateInfo {
    pub(super) fn new(tls: &Tls) -> Self {
        Self { sha256: tls.fingerprint(), self_signed: tls.is_self_signed() }
    }
}

/// Opens TLS where it was asked for, and turns the links to it.
pub(super) fn open(
    config: &Config,
    places: &mut Addresses,
) -> Result<Option<Arc<Tls>>, NotStarted> {
    let tls = match &config.tls {
        TlsChoice::Off => return Ok(None),
        TlsChoice::SelfSigned => Tls::self_signed(&own_names(places))?,
        TlsChoice::Files { cert, key } => Tls::from_files(cert, key)?,
    };
    follow(&tls, config, places);
    Ok(Some(Arc::new(tls)))
}

/// Turns the links to it, and makes a self-signed certificate anew where there are other addresses.
pub(super) fn follow(tls: &Tls, config: &Config, places: &mut Addresses) {
    if tls.is_self_signed()
        && let Err(error) = tls.renew(&own_names(places))
    {
        tracing::warn!(%error, "the certificate keeps the old addresses");
    }
    places.hosts.extend(if tls.is_self_signed() { Vec::new() } else { tls.names() });
    let port = places.port;
    if config.url.is_none() {
        places.address = address(tls, places);
        places.base = format!("https://{}", places.address);
    }
    let local = tls.is_self_signed() || tls.covers("localhost");
    places.local = if local { format!("https://localhost:{port}") } else { places.base.clone() };
}

/// All that this server is called.
fn own_names(places: &Addresses) -> Vec<String> {
    let proxied = places.proxied.iter().map(|proxy| proxy.host().to_owned());
    places.hosts.iter().cloned().chain(proxied).collect()
}

/// What people type: the address where the certificate is for it, else its first name.
fn address(tls: &Tls, places: &Addresses) -> String {
    let (host, _) = places.address.rsplit_once(':').unwrap_or((&places.address, ""));
    if tls.is_self_signed() || tls.covers(host.trim_matches(['[', ']'])) {
        return places.address.clone();
    }
    match tls.names().first() {
        Some(name) => format!("{name}:{}", places.port),
        None => {
            tracing::warn!(
                host,
                "the certificate is not for this address: name its host with --url https://…"
            );
            places.address.clone()
        }
    }
}

/// The fingerprint that people have to compare: that of a certificate that was made here.
pub(super) fn made_here(tls: &Tls) -> Option<String> {
    tls.is_self_signed().then(|| tls.fingerprint())
}

/// Keeps the certificate fresh; the fingerprint of every other one comes out.
pub(super) fn keep(server: &ServerState, stop: &Stop) -> Option<watch::Receiver<String>> {
    let tls = server.tls.clone()?;
    let changes = tls.watch();
    stop.spawn_until_stopped(async move { tls.keep().await });
    Some(changes)
}

/// The next certificate's fingerprint; never where there is no TLS.
pub(super) async fn renewed(changes: &mut Option<watch::Receiver<String>>) -> String {
    if let Some(changes) = changes
        && changes.changed().await.is_ok()
    {
        return changes.borrow_and_update().clone();
    }
    std::future::pending().await
}
