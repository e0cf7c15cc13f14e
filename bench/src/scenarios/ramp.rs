//! The most that one core passes on before people notice.

use std::time::Duration;

use anyhow::Result;

use crate::{
    crowd::{Crowd, Plan},
    measure::{Bar, Bench, Found, Measure},
    servers::Peer,
};

pub(crate) const MEASURE: Measure = Measure {
    name: "ramp",
    title: "the most deliveries a second with p99 ≤ 100 ms",
    how: "Everybody in one room types faster and faster, each time on a fresh server, until the delay's \
          p99 exceeds 100 ms or a key is missing, twice; then the limit is halved in. These are lower \
          bounds: one bad moment of the machine ends a ramp, and with the fastest servers it is the \
          generator, on the other core, that can't follow.",
    run,
};

/// What the plots look for.
pub(crate) const MOST: &str = "most deliveries a second";

/// People in the room, and the keys a second of each at which the ramp begins.
const ROOMS: &[(usize, f64)] = &[(10, 40.0), (50, 2.0), (200, 0.5)];

/// Milliseconds that nobody notices.
const UNNOTICED: f64 = 100.0;
/// Enough to tell whether somebody keeps up.
const UNNOTICED_TWICE: Duration = Duration::from_millis(200);

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    for &(people, slowest) in ROOMS {
        let case = format!("{people} people");
        bench.each(1, found, |peer, found| {
            let Some(best) = most(bench, peer, people, slowest)? else {
                found.note(format!("{}, {case}: not even {slowest} keys/s each.", peer.name));
                return Ok(());
            };
            found.add(&case, MOST, peer, best.deliveries);
            found.add(&case, "keys a second of each", peer, best.rate);
            found.add(&case, "generator's delay at the limit, p99, ms", peer, best.late);
            Ok(())
        })?;
    }
    found.bar("200 people", MOST, Bar::AtLeast(3e6));
    Ok(())
}

/// A rate that was kept up.
struct Kept {
    rate: f64,
    /// A second.
    deliveries: f64,
    /// Milliseconds by which the generator was late at the rate that was *not* kept up any more.
    late: f64,
}

fn most(bench: &Bench, peer: &Peer, people: usize, slowest: f64) -> Result<Option<Kept>> {
    /// Halvings of the last step: to 9 %.
    const HALVINGS: usize = 3;
    let mut best: Option<Kept> = None;
    let mut too_much: Option<f64> = None;
    let mut rate = slowest;
    let mut halvings = bench.pick(HALVINGS, 0);
    loop {
        let (deliveries, late) = keeps_up(bench, peer, people, rate)?;
        match deliveries {
            Some(deliveries) => best = Some(Kept { rate, deliveries, late }),
            None => {
                too_much = Some(rate);
                best.iter_mut().for_each(|best| best.late = late);
            }
        }
        let Some(kept) = &best else { return Ok(None) };
        rate = match too_much {
            None => kept.rate * 2.0,
            Some(_) if halvings == 0 => return Ok(best),
            Some(too_much) => (kept.rate * too_much).sqrt(),
        };
        halvings -= usize::from(too_much.is_some());
    }
}

/// Deliveries a second if the server keeps up, at the second try at the latest; and how late the
/// generator was, in milliseconds. A try at which the generator was the late one counts for nothing,
/// but there is an end to that too.
fn keeps_up(bench: &Bench, peer: &Peer, people: usize, rate: f64) -> Result<(Option<f64>, f64)> {
    const FAILURES: usize = 2;
    const TRIES: usize = 3;
    let plan =
        Plan { rooms: 1, people, rate, seconds: bench.pick(3.0, 1.5), patience: UNNOTICED_TWICE };
    let (mut late, mut failures) = (0.0, 0);
    for _ in 0..TRIES {
        let server = (peer.start)()?;
        let heard = Crowd::enter(&server, plan)?.type_together()?;
        late = heard.late(0.99);
        println!(
            "{}, {people} people, {rate:.1} keys/s each: p99 {:.0} ms, generator {late:.0} ms, {} missing",
            peer.name,
            heard.delay(0.99),
            heard.missing(),
        );
        if heard.missing() == 0 && heard.delay(0.99) <= UNNOTICED {
            return Ok((Some(heard.deliveries() / plan.lasts()), late));
        }
        failures += usize::from(late < UNNOTICED / 2.0);
        if failures == FAILURES {
            break;
        }
    }
    Ok((None, late))
}
