//! The accept loop: caps, deadlines, socket options. warp's own server has none of these, and
//! panics on a taken port.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use http::{Request, StatusCode, header};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::Service as _;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio::time::sleep;
use warp::filters::BoxedFilter;
use warp::reply::Response;

use super::body;
use super::going_out::{self, OfPad, Patient};
use super::guard::Guard;
use super::half_open::Connection;
use super::handover::HAND_OVER;
use super::phoenix::Pollers;
use super::problem::Problem;
use super::scheme::{self, Opened, Scheme};
use super::{
    Peer, ServerState, afresh, append, files, handing, handshake, headers, notice, phoenix, routes,
    summon, table, tail, upgrade,
};
use crate::base::limits::{HEADER_DEADLINE, MAX_HEADER, MAX_PAGE_CONNECTIONS};
use crate::base::names::PadName;
use crate::base::stop::Stop;
use crate::doors::conn::Duplex;
use crate::doors::phoenix::Polls;
use crate::doors::tunnel::Tunnels;

/// After a failed accept (no file descriptors left) the loop waits instead of spinning.
const AFTER_ERROR: Duration = Duration::from_millis(50);

/// Connections that are given up after one: each gives a descriptor back.
const GIVEN_UP_AT_ONCE: usize = 64;

/// What every connection needs.
#[derive(Clone)]
pub(super) struct Service {
    server: Arc<ServerState>,
    stop: Stop,
    routes: BoxedFilter<(Response,)>,
    pollers: Pollers,
    places: Arc<Semaphore>,
}

impl Service {
    pub(super) fn new(server: Arc<ServerState>, stop: Stop) -> Self {
        let limits = server.lobby.rules().limits;
        let sockets = if limits.enforced { limits.sockets } else { Semaphore::MAX_PERMITS >> 1 };
        let places = Arc::new(Semaphore::new(sockets + MAX_PAGE_CONNECTIONS));
        let (house_of, polls) = (Arc::clone(&server), Polls::default());
        let tunnels = Tunnels::default();
        let pollers = Pollers { server: house_of, polls, tunnels, stop: stop.clone() };
        let routes = routes::all(&server, &pollers);
        Self { server, stop, routes, pollers, places }
    }

    /// Answers one request. Whatever answers, the guard comes first and the headers last.
    async fn answer(
        &self,
        peer: Peer,
        connection: &Connection,
        request: Request<Incoming>,
    ) -> Response {
        let places = self.server.places.now();
        let method = request.method().clone();
        let looked_at = notice::is_looked_at(request.headers());
        let came = scheme::came(peer.sealed, peer.from.ip(), request.headers());
        let peer = peer.behind(&self.server.settings.now().proxies, request.headers());
        let (host, mut response) = match Guard::check(&places, request.uri(), request.headers()) {
            Ok(host) if self.must_redirect_to_tls(came, &peer, &request) => {
                let led = match came {
                    Scheme::ProxyLoop => Problem::goes_round().response(),
                    _ => scheme::redirect(&places, &host, request.uri()),
                };
                (Some(host), led)
            }
            Ok(host) => (Some(host), self.route(peer, connection, request).await),
            Err(problem) => (None, problem.response()),
        };
        if looked_at {
            response = notice::for_people(&method, response);
        }
        headers::secure(response.headers_mut(), host.as_ref(), came == Scheme::Sealed);
        response
    }

    /// Whether plain HTTP is led to TLS: all of it but a further start of the program, which asks
    /// over loopback and has no certificate to compare.
    fn must_redirect_to_tls(&self, came: Scheme, peer: &Peer, request: &Request<Incoming>) -> bool {
        let own = peer.from.ip().to_canonical().is_loopback() && request.uri().path() == HAND_OVER;
        self.server.tls.is_some() && came != Scheme::Sealed && !own
    }

    async fn route(
        &self,
        peer: Peer,
        connection: &Connection,
        mut request: Request<Incoming>,
    ) -> Response {
        // Boxed, since hardly any request waits for another machine.
        Box::pin(summon::summon(&self.server.lobby, request.uri().path())).await;
        if handshake::is_wanted(&request) {
            connection.is_heard();
            return upgrade::upgrade(&self.server, &self.stop, peer.from, request)
                .unwrap_or_else(Problem::response);
        }
        if let Some(name) = files::brought_to(&request) {
            return self.take_in((name, peer), connection, request).await;
        }
        request.extensions_mut().insert(peer);
        let shared = phoenix::is_shared(request.uri().path());
        let origin = request.headers().get(header::ORIGIN).filter(|_| shared).cloned();
        let most = afresh::most(&self.server, &request);
        let most = most.or_else(|| append::most(&self.server, &request));
        let most = most.or_else(|| handing::most(&self.server, &request));
        let most = most.unwrap_or_else(|| self.pollers.most(&request));
        let inflow = self.server.lobby.budget().inflow(Some(peer.from.ip().into()));
        let mut response = match body::read(request, most, &inflow).await {
            Ok(mut request) => {
                connection.is_heard();
                match table::admit(&mut request) {
                    Ok(()) => {
                        let routes = TowerToHyperService::new(warp::service(self.routes.clone()));
                        let Ok(response) = routes.call(request).await;
                        response
                    }
                    Err(problem) => problem.response(),
                }
            }
            Err(problem) => problem.response(),
        };
        if shared {
            phoenix::share(response.headers_mut(), origin);
        }
        response
    }

    /// A file comes, and is read while it does.
    async fn take_in(
        &self,
        (name, peer): (PadName, Peer),
        connection: &Connection,
        request: Request<Incoming>,
    ) -> Response {
        let answer = match files::bringer(&self.server, (&name, peer), &request) {
            Ok(who) => {
                connection.is_heard();
                Box::pin(files::bring(who, request.into_body())).await
            }
            Err(problem) => Err(problem.last()),
        };
        answer.unwrap_or_else(Problem::response)
    }

    /// Finds out what a connection speaks, and speaks it.
    async fn serve(self, stream: TcpStream, peer: Peer, connection: Arc<Connection>) {
        // Without Nagle a keystroke is 41 ms faster; it fails only on broken sockets.
        let _ = stream.set_nodelay(true);
        let Some(tls) = self.server.tls.clone() else {
            return self.speak(stream, peer, connection).await;
        };
        let stop = self.stop.clone();
        let opened = tokio::select! {
            opened = Box::pin(scheme::open(stream, &tls)) => opened,
            () = stop.stopped() => return,
        };
        match opened {
            Some(Opened::Sealed(stream)) => {
                let peer = Peer { sealed: true, ..peer };
                Box::pin(self.speak(*stream, peer, connection)).await;
            }
            Some(Opened::Plain(stream)) => self.speak(stream, peer, connection).await,
            None => {}
        }
    }

    /// Speaks HTTP until the connection ends, is upgraded, or the server stops.
    async fn speak<S>(self, stream: S, peer: Peer, connection: Arc<Connection>)
    where
        S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
    {
        let stop = self.stop.clone();
        let (holds, held) = mpsc::channel(1);
        let is_over = going_out::is_over(held);
        let answer = hyper::service::service_fn(move |request| {
            let (service, connection) = (self.clone(), Arc::clone(&connection));
            let holds = holds.clone();
            async move {
                let mut response = service.answer(peer, &connection, request).await;
                if response.status() != StatusCode::SWITCHING_PROTOCOLS {
                    connection.owes_another();
                }
                if let Some(pad) = response.extensions_mut().remove::<OfPad>() {
                    let _ = holds.try_send(pad);
                }
                Ok::<_, Infallible>(tail::streamed(response))
            }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEADER_DEADLINE)
            .max_buf_size(MAX_HEADER)
            .serve_connection(TokioIo::new(Patient::new(stream)), answer)
            .with_upgrades();
        tokio::pin!(connection, is_over);
        tokio::select! {
            _ = connection.as_mut() => return,
            () = is_over.as_mut() => return,
            () = stop.stopped() => connection.as_mut().graceful_shutdown(),
        }
        tokio::select! {
            _ = connection => {}
            () = is_over => {}
        }
    }
}

/// A server without a listener of its own: it answers on whatever connection it is given.
pub struct Answering(Service);

impl Answering {
    /// Answers for this server until the stop signal.
    #[must_use]
    pub fn new(server: &Arc<ServerState>, stop: &Stop) -> Self {
        Self(Service::new(Arc::clone(server), stop.clone()))
    }

    /// Speaks plain HTTP with whoever this is, until the connection ends.
    pub async fn speak(&self, stream: impl Duplex, from: SocketAddr) {
        let peer = Peer { from, by: from.ip(), sealed: false };
        let half_open = &self.0.server.guard.half_open;
        let connection = Arc::new(half_open.open(from.ip().to_canonical()));
        self.0.clone().speak(stream, peer, connection).await;
    }
}

/// Accepts until the stop signal.
pub(super) async fn run(listener: TcpListener, service: Service) {
    let stop = service.stop.clone();
    let half_open = &service.server.guard.half_open;
    loop {
        if service.places.available_permits() == 0 {
            // Who has asked for nothing yet makes place for who may.
            half_open.give_up_oldest();
        }
        let place = tokio::select! {
            place = Arc::clone(&service.places).acquire_owned() => place,
            () = stop.stopped() => return,
        };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stop.stopped() => return,
        };
        let (Ok(place), Ok((stream, peer))) = (place, accepted) else {
            let _ = (0..GIVEN_UP_AT_ONCE).all(|_| half_open.give_up_oldest());
            sleep(AFTER_ERROR).await;
            continue;
        };
        let connection = Arc::new(half_open.open(peer.ip().to_canonical()));
        let service = service.clone();
        let by = stream.local_addr().unwrap_or(peer).ip().to_canonical();
        let peer = Peer { from: peer, by, sealed: false };
        stop.spawn(async move {
            let served = Box::pin(service.serve(stream, peer, Arc::clone(&connection)));
            tokio::select! {
                () = served => {}
                () = connection.given_up() => {}
            }
            drop(place);
        });
    }
}
