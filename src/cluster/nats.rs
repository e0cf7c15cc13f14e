//! NATS core as the engine: the only place that names its client. <https://docs.nats.io/nats-concepts/core-nats>
//!
//! That client waits where its own buffer is full, until the server is back, and sends then what is old. A room may
//! not wait: so frames go through a queue of ours first, and while no server is there they are refused.

mod options;
mod queue;

use std::error::Error as _;
use std::io;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use async_nats::connection::State;
use async_nats::{
    Client, ConnectError, ConnectErrorKind, Event, RequestErrorKind, Subscriber, rustls,
};
use bytes::Bytes;
use futures_util::StreamExt as _;
use thiserror::Error;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

pub use self::options::{BadCredentials, Credentials, NatsOptions, NatsTls};
use self::queue::{QueuedFrame, SendQueue};
use super::engine::{Delivery, Engine, EngineState, MAX_FRAME, NoAnswer, Unsent};
use super::subject::Subject;
use crate::base::cluster::{ClusterCount, ClusterFigures};
use crate::base::stop::Stop;

/// How soon a server that did not suit is asked again.
const UNFIT_PAUSE: Duration = Duration::from_secs(10);

/// How long the last frames may take when this process stops.
const LAST_FRAMES: Duration = Duration::from_secs(1);

/// How long a subscription may take to reach the client: longer is a client whose buffer is full.
const SUBSCRIBE_TIME: Duration = Duration::from_millis(500);

/// Why there is no line, where waiting would not help.
#[derive(Debug, Error)]
pub enum NotConnected {
    /// A server of this name answers, and is of no use.
    #[error("the NATS server at {0} {1}")]
    UnfitServer(String, UnfitServer),
    /// It does not know us.
    #[error(
        "the NATS server refuses this node ({0}). Check --cluster-creds or --cluster-nkey, or the user and password in --cluster"
    )]
    Refused(String),
    /// It is not who it should be, or wants to see who we are.
    #[error(
        "no TLS with the NATS server ({0}). Check --cluster-tls-ca, --cluster-tls-cert and --cluster-tls-key"
    )]
    Tls(String),
    /// No server is there, and the options require one.
    #[error(
        "no NATS server is there ({0}). Start it; or leave out --cluster-required, and pads are open here alone until it comes"
    )]
    Absent(String),
    /// What proves who we are can't be used.
    #[error(transparent)]
    BadCredentials(#[from] BadCredentials),
}

/// Why a server that answers is of no use.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum UnfitServer {
    /// It can write down what goes through it.
    #[error(
        "has JetStream on, which can keep on disk what goes through it: take `jetstream` out of its configuration, or name another server with --cluster"
    )]
    JetStream,
    /// It takes shorter frames only.
    #[error("takes {0} bytes at once: set `max_payload: 1MB` in its configuration")]
    SmallPayload(usize),
}

impl From<ConnectError> for NotConnected {
    fn from(error: ConnectError) -> Self {
        let said = error.to_string();
        match error.kind() {
            ConnectErrorKind::Authentication | ConnectErrorKind::AuthorizationViolation => {
                Self::Refused(said)
            }
            ConnectErrorKind::Tls => Self::Tls(said),
            ConnectErrorKind::Io if is_of_tls(&error) => Self::Tls(said),
            _ => Self::Absent(said),
        }
    }
}

/// What goes wrong while both sides show their certificates comes as a failure of the socket.
fn is_of_tls(error: &ConnectError) -> bool {
    let io = error.source().and_then(|source| source.downcast_ref::<io::Error>());
    io.and_then(io::Error::get_ref).is_some_and(|inner| inner.is::<rustls::Error>())
}

/// A node's line to NATS. Cheap to clone.
#[derive(Clone, Debug)]
pub struct NatsLine {
    client: Client,
    queue: SendQueue,
    state: watch::Sender<EngineState>,
    figures: ClusterFigures,
}

impl NatsLine {
    /// Connects, and stays connected until the signal to stop. Where no server is there, it is looked for until one
    /// comes.
    ///
    /// # Errors
    /// Where a server is there that can't be used, or none is and the options require one.
    pub async fn connect(
        options: &NatsOptions,
        figures: &ClusterFigures,
        stop: &Stop,
    ) -> Result<Engine, NotConnected> {
        let connection = Arc::new(NatsConnection::default());
        let client = match options.connect(&connection, false).await {
            Err(NotConnected::Absent(said)) if !options.required => {
                tracing::warn!(
                    "no NATS server is there ({said}): pads are open at this node alone"
                );
                options.connect(&connection, true).await?
            }
            connected => connected?,
        };
        if client.connection_state() == State::Connected {
            if let Some(unfit) = unfit(&client) {
                return Err(NotConnected::UnfitServer(address(&client), unfit));
            }
            connection.stands();
        }
        // Set in this place only.
        let _ = connection.client.set(client.clone());
        let (queue, frames) = SendQueue::new();
        stop.spawn(send_all(client.clone(), frames, stop.clone()));
        stop.spawn_until_stopped(ask_unfit_again(Arc::clone(&connection)));
        let (state, figures) = (connection.state.clone(), figures.clone());
        Ok(Engine::Nats(Self { client, queue, state, figures }))
    }

    pub(super) fn publish(&self, subject: &Subject, bytes: Bytes) -> Result<(), Unsent> {
        let sent = self.enqueue(subject, bytes);
        match sent {
            Ok(()) => {}
            Err(Unsent::Down) => self.figures.count(ClusterCount::DroppedDown),
            Err(Unsent::Full | Unsent::TooLarge(_)) => {
                self.figures.count(ClusterCount::DroppedFull)
            }
        }
        sent
    }

    fn enqueue(&self, subject: &Subject, bytes: Bytes) -> Result<(), Unsent> {
        if !self.state.borrow().connected {
            return Err(Unsent::Down);
        }
        let pushed = self.queue.push(QueuedFrame { subject: subject.clone(), bytes });
        pushed.map_err(|overflow| {
            if overflow.begins {
                self.state.send_modify(|state| state.overruns += 1);
            }
            Unsent::Full
        })
    }

    pub(super) async fn subscribe(&self, subject: &Subject) -> Result<NatsSubscription, Unsent> {
        let subscribed = self.client.subscribe(subject.as_str().to_owned());
        match timeout(SUBSCRIBE_TIME, subscribed).await {
            Ok(Ok(subscriber)) => Ok(NatsSubscription(subscriber)),
            Ok(Err(_)) | Err(_) => Err(Unsent::Full),
        }
    }

    pub(super) async fn request(
        &self,
        subject: &Subject,
        bytes: Bytes,
        wait: Duration,
    ) -> Result<Bytes, NoAnswer> {
        if !self.state.borrow().connected {
            return Err(NoAnswer::Unsent(Unsent::Down));
        }
        // The client's own time begins only when its buffer has taken the question.
        let asked = self.client.request(subject.as_str().to_owned(), bytes);
        match timeout(wait, asked).await {
            Ok(Ok(answer)) => Ok(answer.payload),
            Ok(Err(failed)) if failed.kind() == RequestErrorKind::NoResponders => {
                Err(NoAnswer::NoResponders)
            }
            Ok(Err(_)) | Err(_) => Err(NoAnswer::TimedOut),
        }
    }

    pub(super) fn state(&self) -> watch::Receiver<EngineState> {
        self.state.subscribe()
    }
}

/// What comes to one subject, until this is dropped.
#[derive(Debug)]
pub struct NatsSubscription(Subscriber);

impl NatsSubscription {
    pub(super) async fn next(&mut self) -> Option<Delivery> {
        let message = self.0.next().await?;
        let reply_to = message.reply.and_then(|reply| reply.as_str().parse().ok());
        Some(Delivery { bytes: message.payload, reply_to })
    }
}

/// What is known of the connection, told by the client's events.
#[derive(Default)]
struct NatsConnection {
    /// Missing while the first attempt lasts.
    client: OnceLock<Client>,
    state: watch::Sender<EngineState>,
    is_unfit: watch::Sender<bool>,
}

impl NatsConnection {
    async fn hear(&self, event: Event) {
        match event {
            Event::Connected => self.check().await,
            Event::Disconnected | Event::Closed => {
                self.state.send_modify(|state| state.connected = false);
            }
            Event::SlowConsumer(_) => self.state.send_modify(|state| state.overruns += 1),
            Event::ServerError(error) => tracing::warn!(%error, "the NATS server complains"),
            Event::ClientError(error) => tracing::warn!(%error, "the line to NATS fails"),
            Event::LameDuckMode | Event::Draining => {}
        }
    }

    /// A server is there: the first, or again.
    async fn check(&self) {
        let Some(client) = self.client.get() else { return };
        // Its answer is known, and all subscriptions stand, when the client does something again.
        let _ = client.flush().await;
        let unfit = unfit(client);
        self.is_unfit.send_replace(unfit.is_some());
        match unfit {
            Some(unfit) => tracing::error!("the NATS server at {} {unfit}", address(client)),
            None => self.stands(),
        }
    }

    fn stands(&self) {
        self.state.send_if_modified(|state| {
            let is_new = !state.connected;
            state.connections += u64::from(is_new);
            state.connected = true;
            is_new
        });
    }
}

/// What is wrong with the server of this moment.
fn unfit(client: &Client) -> Option<UnfitServer> {
    let server = client.try_server_info()?;
    if server.jetstream {
        return Some(UnfitServer::JetStream);
    }
    (server.max_payload < MAX_FRAME).then_some(UnfitServer::SmallPayload(server.max_payload))
}

fn address(client: &Client) -> String {
    let server = client.try_server_info().unwrap_or_default();
    format!("{}:{}", server.host, server.port)
}

/// Its operator may mend a server that did not suit, or another one may answer.
async fn ask_unfit_again(connection: Arc<NatsConnection>) {
    let mut is_unfit = connection.is_unfit.subscribe();
    while is_unfit.wait_for(|unfit| *unfit).await.is_ok() {
        sleep(UNFIT_PAUSE).await;
        connection.is_unfit.send_replace(false);
        if let Some(client) = connection.client.get() {
            // Fails only where the client has ended.
            let _ = client.force_reconnect().await;
        }
    }
}

/// Hands frames to the client, which may wait; at the end those that are left.
async fn send_all(client: Client, mut frames: queue::SendQueueEnd, stop: Stop) {
    let send = async |frame: QueuedFrame| {
        // It fails for a client that has ended and a frame that is too large, which was checked.
        let _ = client.publish(frame.subject.as_str().to_owned(), frame.bytes).await;
    };
    loop {
        tokio::select! {
            Some(frame) = frames.next() => send(frame).await,
            () = stop.stopped() => break,
            else => return,
        }
    }
    let rest = async {
        while let Some(frame) = frames.take() {
            send(frame).await;
        }
        let _ = client.flush().await;
    };
    let _ = timeout(LAST_FRAMES, rest).await;
}
