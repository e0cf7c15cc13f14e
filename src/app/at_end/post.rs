//! One POST of JSON to an address of the host's, by http or https. It follows no redirect.

use std::sync::Arc;

use bytes::Bytes;
use http::{Method, Request, StatusCode, Uri, header};
use http_body_util::Full;
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use thiserror::Error;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::ServerName;

use crate::app::NotStarted;
use crate::app::sealed::roots;

/// How https is spoken.
pub(super) type Sealed = TlsConnector;

/// Why an address was not told.
#[derive(Debug, Error)]
pub(super) enum NotPosted {
    #[error("this is no address")]
    NoAddress,
    #[error("it can't be reached: {0}")]
    Unreached(#[from] std::io::Error),
    #[error("it does not answer: {0}")]
    Unanswered(#[from] hyper::Error),
    #[error("it answers {0}")]
    Refused(StatusCode),
}

/// Sends this text, by TLS where there is a way to, and looks no further than at the status.
pub(super) async fn post(
    url: &Uri,
    sealed: Option<&Sealed>,
    json: String,
) -> Result<(), NotPosted> {
    let host = url.host().ok_or(NotPosted::NoAddress)?;
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let port = url.port_u16().unwrap_or(if sealed.is_some() { 443 } else { 80 });
    let stream = TcpStream::connect((bare, port)).await?;
    let status = match sealed {
        Some(sealed) => {
            let name = ServerName::try_from(bare.to_owned()).map_err(|_| NotPosted::NoAddress)?;
            say(sealed.connect(name, stream).await?, url, json).await?
        }
        None => say(stream, url, json).await?,
    };
    if status.is_success() { Ok(()) } else { Err(NotPosted::Refused(status)) }
}

async fn say<S>(stream: S, url: &Uri, json: String) -> Result<StatusCode, NotPosted>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = handshake(TokioIo::new(stream)).await?;
    let path = url.path_and_query().map_or("/", |path| path.as_str());
    let host = url.authority().map_or("", |authority| authority.as_str());
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(header::HOST, host)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::USER_AGENT, concat!("fadepad/", env!("CARGO_PKG_VERSION")))
        .body(Full::new(Bytes::from(json)))
        .map_err(|_| NotPosted::NoAddress)?;
    let answer = sender.send_request(request);
    tokio::pin!(connection, answer);
    // Nothing runs on when the answer is there, or is given up.
    tokio::select! {
        answer = &mut answer => Ok(answer?.status()),
        ended = &mut connection => {
            ended?;
            Ok(answer.await?.status())
        }
    }
}

/// Who vouches for a server here: those whom the system trusts. They are read once, at the start: there are hundreds.
///
/// # Errors
/// Where there are none, as in an image for containers of nothing but the binary.
pub(super) fn trusting() -> Result<Sealed, NotStarted> {
    let roots = roots();
    if roots.is_empty() {
        return Err(NotStarted::NobodyTrusted);
    }
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| NotStarted::System(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}
