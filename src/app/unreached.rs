//! Whether phones get through: twenty seconds without one, and the host hears what may be in the way.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::sleep;

use crate::base::network::Cause;
use crate::base::stop::Stop;
use crate::desktop::diagnosis::{causes, facts};
use crate::server::{Addresses, ServerState};

/// Somebody who holds a phone scans within this time.
const UNREACHED: Duration = Duration::from_secs(20);

/// Watches beside the server's work, until it stops.
pub(super) fn keep(server: &Arc<ServerState>, told: &watch::Sender<Vec<Cause>>, stop: &Stop) {
    stop.spawn_until_stopped(watch(Arc::clone(server), told.clone()));
}

/// Tells what may be in the way, once for every address for people that nobody came by.
async fn watch(server: Arc<ServerState>, told: watch::Sender<Vec<Cause>>) {
    let mut places = server.places.watch();
    loop {
        let now = Arc::clone(&places.borrow_and_update());
        // Behind a reverse proxy's name, or alone, there is nothing to find out.
        let way_in = now.way_in().filter(|ip| !ip.is_loopback());
        let Some(way_in) = way_in else {
            if places.changed().await.is_err() {
                return;
            }
            continue;
        };
        tokio::select! {
            () = came_by(&server, &now) => {}
            gone = leaves(&mut places, way_in) => if gone { return } else { continue },
            () = sleep(UNREACHED) => {
                let (port, addresses) = (now.port, now.addresses.clone());
                let found = tokio::task::spawn_blocking(move || {
                    causes::likely(&facts::gather(port, addresses))
                });
                if let Ok(causes) = found.await {
                    server.reachability.suspect(causes.clone());
                    told.send_replace(causes);
                }
            }
        }
        if leaves(&mut places, way_in).await {
            return;
        }
    }
}

/// Waits until people are to come by another address; true where they never will be.
async fn leaves(places: &mut watch::Receiver<Arc<Addresses>>, way_in: IpAddr) -> bool {
    places.wait_for(|places| places.way_in() != Some(way_in)).await.is_err()
}

/// Waits until a foreign device proves that people can come.
async fn came_by(server: &ServerState, places: &Addresses) {
    let mut reached = server.reachability.watch();
    while server.reachability.proof(places).is_none() {
        if reached.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
