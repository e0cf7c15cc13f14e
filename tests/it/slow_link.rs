//! A pad over a link like that of an old phone network: 300 ms there and back, one frame in twenty lost, 64 kbit/s. Needs root on
//! Linux, and says so where it is skipped. What a page needs there is in docs/hosting.md.

use std::time::{Duration, Instant};

use crate::support::machines::{Cable, Running, SlowLink};

/// The first words of who comes in have arrived by then.
const FIRST: Duration = Duration::from_secs(8);

/// How often somebody comes in and writes.
const TIMES: usize = 6;

#[test]
fn over_a_slow_and_lossy_link_first_words_arrive_within_eight_seconds_and_none_is_lost() {
    let seed = u64::from(std::process::id());
    eprintln!("seed {seed}");
    let link = SlowLink { delay_ms: 150, loss_percent: 5, kbit_s: 64, seed };
    let Some(cable) = Cable::slow(&link) else { return };
    let host = Running::start(&cable, &["--port", "7780", "plans"]);
    let edit = host.ready["edit_url"].as_str().unwrap();
    assert!(edit.starts_with("http://192.168.77.1:7780/"), "{edit}");
    let mut said = Vec::new();
    for n in 0..TIMES {
        let words = format!("words {n}");
        let came = Instant::now();
        cable.there(&format!("{} append '{edit}' {words}", env!("CARGO_BIN_EXE_fadepad")));
        assert!(came.elapsed() < FIRST, "{:?}", came.elapsed());
        eprintln!("{words}: {:?}", came.elapsed());
        said.push(words);
    }
    let key = edit.rsplit_once('#').unwrap().1;
    let text = cable.here(&format!(
        "curl -s -m 20 -H 'Authorization: Bearer {key}' http://192.168.77.1:7780/p/plans.txt"
    ));
    let text = String::from_utf8(text.stdout).unwrap();
    let lines: Vec<_> = text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, said);
}
