//! What a larger machine would hold: arithmetic from the figures, and a simulation of what placing
//! whole rooms on cores costs.

use std::collections::BTreeMap;

use super::{Section, number};
use crate::{
    scenarios::{fanout::CPU, idle::EACH, joins, pads::WITHOUT, ramp::MOST, rooms::EIGHT},
    servers::FADEPAD,
};

/// Of the machine that is asked about.
const CORES: usize = 16;
const MEMORY_GIB: f64 = 64.0;
/// The part of a core that may be busy before people notice.
const BUSY: f64 = 0.7;
/// Keys a second of somebody who types, and the part of a meeting that types at any time.
const FAST: f64 = 8.0;
const TYPING: f64 = 0.2;
/// With a cursor every 5 keys.
const MESSAGES: f64 = 1.2;

/// The figures that all follows from.
struct Costs {
    /// CPU seconds per delivery in a room of 5, of 50 and of 200.
    rooms: [(usize, f64); 3],
    /// Deliveries a second of one core in a hall.
    most: f64,
    /// CPU seconds of a join.
    join: f64,
    /// Bytes.
    socket: f64,
    pad: f64,
}

impl Costs {
    fn of(sections: &BTreeMap<String, Section>) -> Option<Self> {
        let value = |section: &str, case: &str, metric: &str| {
            sections.get(section)?.value(case, metric, FADEPAD.name)
        };
        let at = |section: &str, case: &str| Some(value(section, case, CPU)? / 1e6);
        Some(Self {
            rooms: [
                (5, at("rooms", EIGHT)?),
                (50, at("fanout", "50 people")?),
                (200, at("fanout", "200 people")?),
            ],
            most: value("ramp", "200 people", MOST)?,
            join: value("joins", joins::IN_A_ROW, joins::CPU)? / 1e3,
            socket: value("idle", "5000 sockets", EACH)? * 1024.0,
            pad: value("pads", "1000 pads", WITHOUT)? * 1024.0,
        })
    }

    /// The part of a core that a room takes when everybody in it types.
    fn room(&self, people: usize, per_delivery: f64) -> f64 {
        (people * (people - 1)) as f64 * FAST * MESSAGES * per_delivery
    }
}

/// The section, where the figures that it needs are there.
pub(super) fn section(sections: &BTreeMap<String, Section>) -> String {
    let Some(costs) = Costs::of(sections) else { return String::new() };
    let mut text = format!(
        "\n## capacity: what a machine of {CORES} cores would hold\n\nOn paper, from the figures above. One \
         thread holds what one core holds, and `--threads {CORES}` spreads pads over as many; what a further \
         thread costs stands under `threads`. A core is full at {:.0} %: beyond that, waiting \
         grows faster than work. A room of N in which all type makes N × (N − 1) × {FAST} × {MESSAGES} \
         deliveries a second; in a meeting a fifth types at any time, and the cost per delivery is \
         taken as the same, though quiet rooms merge less.\n\n\
         | rooms of | CPU µs per delivery | a core, all type | a core, a fifth types | people on {CORES} cores |\n\
         |---:|---:|---:|---:|---:|\n",
        BUSY * 100.0
    );
    for (people, per_delivery) in costs.rooms {
        let all = BUSY / costs.room(people, per_delivery);
        let meeting = all / TYPING;
        text += &format!(
            "| {people} | {} | {} rooms | {} rooms | {} |\n",
            number(per_delivery * 1e6),
            number(all),
            number(meeting),
            number((meeting * people as f64 * CORES as f64).floor()),
        );
    }
    text += &limits(&costs);
    text += &placement();
    text
}

/// What runs out, and in which order.
fn limits(costs: &Costs) -> String {
    let Costs { most, join, socket, pad, rooms } = costs;
    let memory = MEMORY_GIB * f64::from(1 << 30) / (socket + pad / 5.0);
    // A hall: 200 who all type make so many deliveries a second.
    let hall = 200.0 * 199.0 * FAST * MESSAGES;
    // Every delivery of a key is about 30 bytes with its share of headers, in a small room.
    let bits = BUSY / rooms[0].1 * CORES as f64 * 60.0 * 8.0;
    format!(
        "\n- **Cores come first.** Seven tenths of the work are the kernel's, a write per seat and tick; no \
         other resource is near its end when they are full.\n\
         - **Memory does not limit.** {MEMORY_GIB} GiB ÷ ({} KiB a socket + {} KiB a pad ÷ 5 people) = {} people \
         at rest.\n\
         - **Joins**: {} ms each, so a core lets in {} people a second; 10,000 who come back after a \
         restart take {CORES} cores {} s.\n\
         - **One room is one core.** The largest hall that one core serves passes on {} deliveries a \
         second: {} times what 200 make who all type.\n\
         - **The network**: small rooms at the cores' limit send about {} Gbit/s at 60 bytes a delivery \
         on the wire; TLS would add CPU that is not in these figures.\n\
         - **The kernel**: a socket takes a file descriptor and, at rest, about 3 KiB of kernel memory; \
         raise `ulimit -n` and `--max-sockets`.\n",
        number(socket / 1024.0),
        number(pad / 1024.0),
        number(memory.floor()),
        number(join * 1e3),
        number(BUSY / join),
        number(10_000.0 * join / (CORES as f64 * BUSY)),
        number(*most),
        number(most / hall),
        number(bits / 1e9),
    )
}

/// What placing whole rooms on threads costs: the busiest core is full before the others.
fn placement() -> String {
    let mut text = String::from(
        "\nA room stays on its thread, so the busiest one decides. Pads get theirs in turn; a hash of the \
         name would need no memory of it. Simulated: rooms of 5 (80 %), 20 (15 %) and 100 people (5 %), \
         load as N × (N − 1), placed 1,000 times; the busiest core beside the average, in the middle \
         (and of 100 times the worst):\n\n\
         | rooms on 16 cores | in turn | by hash |\n|---:|---:|---:|\n",
    );
    for rooms in [100, 1_000, 10_000] {
        let shown = |place: Place| {
            let (median, worst) = busiest(rooms, place);
            format!("{} × ({} ×)", number(median), number(worst))
        };
        let (in_turn, by_hash) = (shown(Place::InTurn), shown(Place::ByHash));
        text += &format!("| {} | {in_turn} | {by_hash} |\n", number(rooms as f64));
    }
    text + "\nSo the figures above are to be divided by the middle column. With a hundred rooms of unlike \
            sizes a core fills while others idle, whichever way they are placed: sizes are known only later.\n"
}

/// How a room gets its core.
#[derive(Clone, Copy)]
enum Place {
    InTurn,
    ByHash,
}

/// The busiest core's load as a multiple of the average: the median and the 99th percentile.
fn busiest(rooms: usize, place: Place) -> (f64, f64) {
    const TRIALS: usize = 1_000;
    let mut random = SplitMix(rooms as u64);
    let mut ratios: Vec<f64> = (0..TRIALS)
        .map(|_| {
            let mut load = [0_u64; CORES];
            for room in 0..rooms {
                let people = match random.next() % 100 {
                    0..80 => 5,
                    80..95 => 20,
                    _ => 100,
                };
                let hash = (random.next() % CORES as u64) as usize;
                let core = match place {
                    Place::InTurn => room % CORES,
                    Place::ByHash => hash,
                };
                load[core] += people * (people - 1);
            }
            let total: u64 = load.iter().sum();
            let most = load.iter().max().copied().unwrap_or_default();
            most as f64 * CORES as f64 / total as f64
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    (ratios[TRIALS / 2], ratios[TRIALS * 99 / 100])
}

/// The same simulation each time: Steele, Lea and Flood's generator (2014).
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_rooms_are_spread_more_evenly() {
        let few = busiest(100, Place::ByHash);
        let (in_turn, many) = (busiest(100, Place::InTurn), busiest(10_000, Place::ByHash));
        assert!(many.0 > 1.0 && few.0 > many.0 && few.1 > few.0, "{few:?} {many:?}");
        assert!(in_turn.0 < few.0, "{in_turn:?} {few:?}");
    }
}
