//! One POST of JSON to an address of the host's, by http or https. It follows no redirect.

use std::sync::Arc;

use bytes::Bytes;
use http::uri::Scheme;
use http::{Method, Request, StatusCode, Uri, header};
use http_body_util::Full;
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use thiserror::Error;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

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

/// Sends this text, and looks no further than at the status.
pub(super) async fn post(url: &Uri, json: String) -> Result<(), NotPosted> {
    let host = url.host().ok_or(NotPosted::NoAddress)?;
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let sealed = url.scheme() == Some(&Scheme::HTTPS);
    let port = url.port_u16().unwrap_or(if sealed { 443 } else { 80 });
    let stream = TcpStream::connect((bare, port)).await?;
    let status = match sealed {
        true => {
            let name = ServerName::try_from(bare.to_owned()).map_err(|_| NotPosted::NoAddress)?;
            say(TlsConnector::from(trusting()).connect(name, stream).await?, url, json).await?
        }
        false => say(stream, url, json).await?,
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
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
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

/// Who vouches for a server here: those whom the system trusts.
fn trusting() -> Arc<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    Arc::new(ClientConfig::builder().with_root_certificates(roots).with_no_client_auth())
}
