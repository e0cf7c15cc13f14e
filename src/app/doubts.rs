//! Whether phones get through: twenty seconds without one, and the host hears what may be in the way.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::sleep;

use crate::base::network::Cause;
use crate::base::stop::Stop;
use crate::desktop::{causes, facts};
use crate::server::{House, Places};

/// Somebody who holds a phone scans within this time.
const UNREACHED: Duration = Duration::from_secs(20);

/// Watches beside the house's work, until it stops.
pub(super) fn keep(house: &Arc<House>, told: &watch::Sender<Vec<Cause>>, stop: &Stop) {
    let (house, told, stopped) = (Arc::clone(house), told.clone(), stop.clone());
    stop.spawn(async move {
        tokio::select! {
            () = watch(house, told) => {}
            () = stopped.stopped() => {}
        }
    });
}

/// Tells what may be in the way, once for every printed address that nobody came by.
async fn watch(house: Arc<House>, told: watch::Sender<Vec<Cause>>) {
    let mut places = house.places.watch();
    loop {
        let now = Arc::clone(&places.borrow_and_update());
        // Behind a reverse proxy's name, or alone, there is nothing to find out.
        let printed = now.printed().filter(|ip| !ip.is_loopback());
        let Some(printed) = printed else {
            if places.changed().await.is_err() {
                return;
            }
            continue;
        };
        tokio::select! {
            () = came_by(&house, printed) => {}
            gone = leaves(&mut places, printed) => if gone { return } else { continue },
            () = sleep(UNREACHED) => {
                let (port, addresses) = (now.port, now.addresses.clone());
                let found = tokio::task::spawn_blocking(move || {
                    causes::likely(&facts::gather(port, addresses))
                });
                if let Ok(causes) = found.await {
                    house.threshold.doubt(causes.clone());
                    told.send_replace(causes);
                }
            }
        }
        if leaves(&mut places, printed).await {
            return;
        }
    }
}

/// Waits until another address is printed; true where none ever will be.
async fn leaves(places: &mut watch::Receiver<Arc<Places>>, printed: IpAddr) -> bool {
    places.wait_for(|places| places.printed() != Some(printed)).await.is_err()
}

/// Waits until a foreign device comes by this address.
async fn came_by(house: &House, printed: IpAddr) {
    let mut reached = house.threshold.watch();
    while house.threshold.last_by(printed).is_none() {
        if reached.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
