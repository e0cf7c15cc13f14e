//! Whether more threads pay: the same rooms on one thread and spread over two.

use anyhow::Result;

use super::fanout::{CPU, FAST, P99, type_at};
use crate::{
    crowd::{PATIENT, Plan},
    measure::{Bench, Found, Measure, median},
    servers::{FADEPAD, fadepad::Instance},
};

pub(crate) const MEASURE: Measure = Measure {
    name: "threads",
    title: "the same rooms on one thread and on two",
    how: "200 rooms of 5 as in `rooms`, at 8 keys a second, with `--threads 1` and `--threads 2`, in \
          turns. A second thread shares no lock with the first on the way of a key; it costs what \
          waking two loops costs more than one, and helps where one core can't keep up. With two cores \
          the generator takes one of them.",
    run,
};

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    let (rooms, seconds) = (bench.pick(200, 20), bench.pick(6.0, 2.0));
    let plan = Plan { rooms, people: 5, rate: FAST, seconds, patience: PATIENT };
    let mut costs = [Vec::new(), Vec::new()];
    for _ in 0..bench.pick(3, 1) {
        for (threads, costs) in ["1", "2"].into_iter().zip(&mut costs) {
            let server = Instance::start_with(&["--threads", threads])?.into_server();
            let typed = type_at(&server, plan)?;
            let cpu = typed.cpu.as_secs_f64() * 1e6 / typed.heard.deliveries();
            costs.push(cpu);
            let case = format!("--threads {threads}");
            found.add(&case, CPU, FADEPAD, cpu);
            found.add(&case, "delay p50, ms", FADEPAD, typed.heard.delay(0.5));
            found.add(&case, P99, FADEPAD, typed.heard.delay(0.99));
        }
    }
    let [one, two] = costs.map(|costs| median(&costs));
    found.add("--threads 2", "times one thread", FADEPAD, two / one);
    Ok(())
}
