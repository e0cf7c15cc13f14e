//! Makes this server one node of several with the same pads.

use std::sync::Arc;

use super::NotStarted;
use super::secret;
use crate::base::cluster::{ClusterCount, ClusterFigures};
use crate::base::stop::Stop;
use crate::cluster::engine::Engine;
use crate::cluster::incarnation::Incarnation;
use crate::cluster::membership::{ClusterNode, ClusterSettings};
use crate::cluster::nats::{Credentials, NatsLine, NatsOptions, NatsTls, NotConnected};
use crate::cluster::node::ClusterParts;
use crate::cluster::seal::FrameSeal;
use crate::cluster::subjects::Subjects;
use crate::config::{ClusterConfig, ClusterCredentials, Config};
use crate::server::ServerState;

/// Connects this server with the others, where it was asked to.
///
/// # Errors
/// Where there is no engine that can be used.
pub(super) async fn join(
    config: &Config,
    server: &Arc<ServerState>,
    stop: &Stop,
) -> Result<Option<ClusterNode>, NotStarted> {
    let (Some(cluster), Some(figures)) = (&config.cluster, &server.cluster) else {
        return Ok(None);
    };
    let secret = secret::of_cluster(config)?;
    let incarnation = Incarnation::random().map_err(NotStarted::NoRandom)?;
    let subjects = Subjects::new(secret.as_ref(), &cluster.name);
    let subjects = subjects.map_err(|bad| NotStarted::NoCluster(bad.to_string()))?;
    let options = options(cluster, &subjects, incarnation);
    let engine = NatsLine::connect(&options, figures, stop).await.map_err(not_started)?;
    stop.spawn_until_stopped(follow(engine.clone(), figures.clone()));
    let seal = FrameSeal::new(secret.as_ref(), &cluster.name, incarnation);
    let (own, figures) = (incarnation, figures.clone());
    let settings = ClusterSettings {
        copies: cluster.copies,
        join_within: cluster.join_within,
        dead_after: cluster.dead_after,
    };
    let parts = ClusterParts { engine, seal, subjects, own, settings, figures };
    let node = ClusterNode::start(parts, server.lobby.clone(), stop.clone());
    node.await.map(Some).map_err(|unsent| NotStarted::NoCluster(unsent.to_string()))
}

fn not_started(why: NotConnected) -> NotStarted {
    match why {
        NotConnected::Absent(_) => NotStarted::NoEngine(why.to_string()),
        why => NotStarted::NoCluster(why.to_string()),
    }
}

fn options(cluster: &ClusterConfig, subjects: &Subjects, incarnation: Incarnation) -> NatsOptions {
    NatsOptions {
        servers: cluster.servers.clone(),
        name: cluster.node.clone().unwrap_or_else(|| format!("fadepad-{incarnation}")),
        inbox: subjects.answers(incarnation),
        credentials: match &cluster.credentials {
            ClusterCredentials::Url => Credentials::Url,
            ClusterCredentials::Creds(file) => Credentials::File(file.clone()),
            ClusterCredentials::NKey(file) => Credentials::NKey(file.clone()),
        },
        tls: NatsTls { ca: cluster.tls_ca.clone(), certificate: cluster.tls_certificate.clone() },
        required: cluster.required,
    }
}

/// Has the figures say how the line is, for as long as the server runs.
async fn follow(engine: Engine, figures: ClusterFigures) {
    let mut state = engine.state();
    let mut before = *state.borrow_and_update();
    loop {
        let now = *state.borrow_and_update();
        figures.set_connected(now.connected);
        (before.connections.max(1)..now.connections)
            .for_each(|_| figures.count(ClusterCount::Reconnect));
        (before.overruns..now.overruns).for_each(|_| figures.count(ClusterCount::Overrun));
        if before.connected != now.connected {
            match now.connected {
                true => tracing::info!("the cluster's engine is there"),
                false => tracing::warn!(
                    "the cluster's engine is not there: pads are open at this node alone"
                ),
            }
        }
        before = now;
        if state.changed().await.is_err() {
            return;
        }
    }
}
