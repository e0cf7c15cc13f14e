//! New cases of old ones: what fuzzers do to bytes, without looking at what they reach.

/// Bytes at which something often changes: ends of ranges, continuation bits, quotes, line ends.
const TELLING: [u8; 20] =
    [0, 1, 2, 3, 9, 10, 13, 31, 32, 34, 47, 58, 91, 92, 123, 126, 127, 128, 254, 255];

/// A case is cut to this many bytes.
const LONGEST: usize = 1 << 14;

/// One of the seeds, changed in a few places.
pub(crate) fn case(seeds: &[Vec<u8>], random: &mut fastrand::Rng) -> Vec<u8> {
    let mut case = seeds[random.usize(..seeds.len())].clone();
    for _ in 0..1 << random.u32(0..4) {
        let other = &seeds[random.usize(..seeds.len())];
        change(&mut case, other, random);
    }
    case.truncate(LONGEST);
    case
}

fn change(case: &mut Vec<u8>, other: &[u8], random: &mut fastrand::Rng) {
    if case.is_empty() {
        case.push(random.u8(..));
    }
    let at = random.usize(..case.len());
    let part = at..(at + random.usize(1..=16)).min(case.len());
    match random.u8(0..10) {
        0 => case[at] ^= 1 << random.u8(0..8),
        1 => case[at] = random.u8(..),
        2 => case[at] = TELLING[random.usize(..TELLING.len())],
        3 => case[at] = case[at].wrapping_add(random.u8(0..9).wrapping_sub(4)),
        4 => drop(case.drain(part)),
        5 => case.insert(at, TELLING[random.usize(..TELLING.len())]),
        6 => {
            let again = case[part].to_vec();
            let to = random.usize(..=case.len());
            case.splice(to..to, again);
        }
        7 => case.truncate(at),
        // A length that is long: continuation bytes, and an end.
        8 => drop(case.splice(at..at, vec![255; random.usize(1..9)])),
        _ if other.is_empty() => {}
        _ => {
            let from = random.usize(..other.len());
            let piece = &other[from..(from + random.usize(1..=64)).min(other.len())];
            case.splice(part, piece.iter().copied());
        }
    }
}
