//! What the network is told of our pads: name, state and number of people, as they change.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::sleep;

use super::around::Around;
use crate::base::stop::Stop;
use crate::desktop::mdns::Told;
use crate::server::ServerState;

/// People come in bursts, and each change is a packet to everyone on the network.
const PACE: Duration = Duration::from_secs(2);

/// Keeps it up to date whenever it is notified.
pub(super) fn keep(server: &Arc<ServerState>, around: &Around, stop: &Stop) -> Arc<Notify> {
    let news = Arc::new(Notify::new());
    news.notify_one();
    let (server, announcement) = (Arc::clone(server), around.announcement.clone());
    let heard = Arc::clone(&news);
    stop.spawn_until_stopped(async move {
        loop {
            heard.notified().await;
            let pads = told(&server).await;
            announcement.send_if_modified(|announcement| {
                let changed = announcement.pads != pads;
                announcement.pads = pads;
                changed
            });
            sleep(PACE).await;
        }
    });
    news
}

async fn told(server: &ServerState) -> Vec<Told> {
    let all = server.lobby.overviews().await.into_iter();
    let alive = all.filter(|(_, overview)| overview.state != "ended");
    alive
        .map(|(pad, overview)| Told {
            name: pad.name,
            state: overview.state,
            people: overview.people.people,
        })
        .collect()
}
