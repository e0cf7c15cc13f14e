//! The fuzz targets, for some seconds in every run: their seeds and what is made of them at random, on
//! the stable compiler alone. `cargo xtask fuzz` runs them longer and guided by what they reach.
//!
//! A failure names the seed of its random numbers, and leaves the case in `fuzz/artifacts`.
//! `FUZZ_SECONDS`, `FUZZ_RUNS` and `FUZZ_SEED` choose how long, how many cases, and which.

#[allow(unreachable_pub, reason = "a fuzz target of its own")]
#[path = "../../fuzz/targets/frames.rs"]
mod frames;
#[allow(unreachable_pub, reason = "a fuzz target of its own")]
#[path = "../../fuzz/targets/phoenix.rs"]
mod phoenix;
#[allow(unreachable_pub, reason = "a fuzz target of its own")]
#[path = "../../fuzz/targets/render.rs"]
mod render;
#[allow(unreachable_pub, reason = "a fuzz target of its own")]
#[path = "../../fuzz/targets/rest.rs"]
mod rest;
#[allow(unreachable_pub, reason = "a fuzz target of its own")]
#[path = "../../fuzz/targets/store.rs"]
mod store;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

/// Of each target, where nothing else is said: a minute in all.
const SECONDS: u64 = 12;

/// Cases between two looks at the clock.
const AT_ONCE: u64 = 100;

#[test]
fn updates_to_the_store() {
    fuzz("store", store::run);
}

#[test]
fn frames_of_a_socket() {
    fuzz("frames", frames::run);
}

#[test]
fn messages_of_phoenix() {
    fuzz("phoenix", phoenix::run);
}

#[test]
fn texts_that_are_added_and_documents_that_are_read() {
    fuzz("render", render::run);
}

#[test]
fn requests_and_their_bodies() {
    fuzz("rest", rest::run);
}

fn fuzz(name: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let seeds = seeds(&folder.join("seeds").join(name));
    seeds.iter().for_each(|seed| run(seed));
    let number = |name| env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    let seed = number("FUZZ_SEED").unwrap_or_else(|| fastrand::u64(..));
    let runs = number("FUZZ_RUNS").unwrap_or(u64::MAX);
    let limit = match runs {
        u64::MAX => Duration::from_secs(number("FUZZ_SECONDS").unwrap_or(SECONDS)),
        _ => Duration::MAX,
    };
    let (begun, mut random, mut done) = (Instant::now(), fastrand::Rng::with_seed(seed), 0);
    while done < runs && (done % AT_ONCE > 0 || begun.elapsed() < limit) {
        let case = crate::support::mutate::case(&seeds, &mut random);
        if catch_unwind(AssertUnwindSafe(|| run(&case))).is_err() {
            let kept = folder.join("artifacts").join(name).join(format!("random-{seed}-{done}"));
            fs::create_dir_all(kept.parent().unwrap()).unwrap();
            fs::write(&kept, &case).unwrap();
            panic!("case {done} with FUZZ_SEED={seed} fails: {}", kept.display());
        }
        done += 1;
    }
    eprintln!("{name}: {done} cases in {:?}, FUZZ_SEED={seed}", begun.elapsed());
}

/// What a folder holds, in the order of the names.
fn seeds(folder: &Path) -> Vec<Vec<u8>> {
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() > 5, "the seeds of {} are gone", folder.display());
    paths.into_iter().map(|path| fs::read(path).unwrap()).collect()
}
