//! What a measurement is, whom it measures, and what it finds: numbers by case, server and metric.

use anyhow::{Result, bail};
use serde::{Deserialize, Serialize};

use crate::servers::{self, Peer};

/// One measurement.
pub(crate) struct Measure {
    /// What `cargo xtask bench NAME` takes.
    pub(crate) name: &'static str,
    /// The heading.
    pub(crate) title: &'static str,
    /// How it is measured, for a reader who doubts it.
    pub(crate) how: &'static str,
    /// Measures.
    pub(crate) run: fn(&Bench, &mut Found) -> Result<()>,
}

/// Who is measured, and how thoroughly.
pub(crate) struct Bench {
    /// Fadepad, the ceiling, and the peers that are there.
    pub(crate) servers: Vec<&'static Peer>,
    /// A short run tells whether the bench works, and nothing about servers.
    pub(crate) short: bool,
}

impl Bench {
    /// A number for the real run, and one for a short one.
    pub(crate) fn pick<T>(&self, full: T, short: T) -> T {
        if self.short { short } else { full }
    }

    /// Asks each server for the same, round by round, so that a bad minute of the machine hits all.
    /// What a peer can't do is noted; Fadepad has to.
    pub(crate) fn each(
        &self,
        rounds: usize,
        found: &mut Found,
        mut ask: impl FnMut(&'static Peer, &mut Found) -> Result<()>,
    ) -> Result<()> {
        let mut failed: Vec<&str> = Vec::new();
        for _ in 0..rounds {
            for peer in &self.servers {
                if failed.contains(&peer.name) {
                    continue;
                }
                let Err(why) = ask(peer, found) else { continue };
                if peer.name == servers::FADEPAD.name {
                    return Err(why);
                }
                failed.push(peer.name);
                found.note(format!("{}: {why:#}.", peer.name));
            }
        }
        Ok(())
    }

    /// The same for servers that keep documents.
    pub(crate) fn each_with_documents(
        &self,
        rounds: usize,
        found: &mut Found,
        mut ask: impl FnMut(&'static Peer, &mut Found) -> Result<()>,
    ) -> Result<()> {
        let ask = |peer: &'static Peer, found: &mut Found| {
            if peer.documents { ask(peer, found) } else { Ok(()) }
        };
        self.each(rounds, found, ask)
    }
}

/// What has to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Bar {
    /// A cost.
    AtMost(f64),
    /// A capacity.
    AtLeast(f64),
}

impl Bar {
    /// Whether a number reaches it.
    pub(crate) fn is_met(self, value: f64) -> bool {
        match self {
            Self::AtMost(bar) => value <= bar,
            Self::AtLeast(bar) => value >= bar,
        }
    }
}

/// One number, the median of what was measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Figure {
    /// What was done: `50 people`.
    pub(crate) case: String,
    /// What was counted, with its unit.
    pub(crate) metric: String,
    /// Whose figure it is.
    pub(crate) server: String,
    /// The figure.
    pub(crate) value: f64,
    /// What Fadepad has to reach, where that was said beforehand.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) bar: Option<Bar>,
}

/// What a measurement has found so far.
#[derive(Default)]
pub(crate) struct Found {
    measured: Vec<(Figure, Vec<f64>)>,
    bars: Vec<(String, String, Bar)>,
    /// Sentences about what can't be said in numbers.
    pub(crate) notes: Vec<String>,
}

impl Found {
    /// Adds a number; several of the same name become their median.
    pub(crate) fn add(&mut self, case: impl Into<String>, metric: &str, server: &Peer, value: f64) {
        let case = case.into();
        let known = self.measured.iter_mut().find(|(figure, _)| {
            figure.case == case && figure.metric == metric && figure.server == server.name
        });
        match known {
            Some((_, values)) => values.push(value),
            None => {
                let (metric, server) = (metric.to_owned(), server.name.to_owned());
                let figure = Figure { case, metric, server, value, bar: None };
                self.measured.push((figure, vec![value]));
            }
        }
    }

    /// What Fadepad has to reach.
    pub(crate) fn bar(&mut self, case: impl Into<String>, metric: &str, bar: Bar) {
        self.bars.push((case.into(), metric.to_owned(), bar));
    }

    /// Says something once.
    pub(crate) fn note(&mut self, note: String) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Each server's medians as parts of another's, in the same run.
    pub(crate) fn relate(&mut self, metric: &str, name: &str, to: &Peer) {
        let of = |case: &str| {
            let other = |(figure, _): &&(Figure, Vec<f64>)| {
                figure.case == case && figure.metric == metric && figure.server == to.name
            };
            self.measured.iter().find(other).map(|(_, values)| median(values))
        };
        let ratios: Vec<_> = self
            .measured
            .iter()
            .filter(|(figure, _)| figure.metric == metric)
            .filter_map(|(figure, values)| {
                let value = median(values) / of(&figure.case)?;
                Some((Figure { metric: name.to_owned(), value, ..figure.clone() }, vec![value]))
            })
            .collect();
        self.measured.extend(ratios);
    }

    /// The medians, with their bars.
    pub(crate) fn figures(&self) -> Result<Vec<Figure>> {
        if self.measured.iter().any(|(_, values)| values.iter().any(|value| !value.is_finite())) {
            bail!("something was divided by nothing");
        }
        let figures = self.measured.iter().map(|(figure, values)| {
            let is_of = |(case, metric, _): &&(String, String, Bar)| {
                *case == figure.case
                    && *metric == figure.metric
                    && figure.server == servers::FADEPAD.name
            };
            let bar = self.bars.iter().find(is_of).map(|(_, _, bar)| *bar);
            Figure { value: median(values), bar, ..figure.clone() }
        });
        Ok(figures.collect())
    }
}

/// The middle of what was measured.
pub(crate) fn median(measured: &[f64]) -> f64 {
    let mut sorted = measured.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_medians_with_bars_and_ratios() {
        let mut found = Found::default();
        for value in [9.0, 1.0, 5.0] {
            found.add("2 people", "cpu", servers::FADEPAD, value);
            found.add("2 people", "cpu", servers::RAWCAST, value * 2.0);
        }
        found.relate("cpu", "times", servers::RAWCAST);
        found.bar("2 people", "times", Bar::AtMost(0.4));
        let figures = found.figures().unwrap();
        let values: Vec<f64> = figures.iter().map(|figure| figure.value).collect();
        assert_eq!(values, [5.0, 10.0, 0.5, 1.0]);
        assert_eq!(figures[2].bar, Some(Bar::AtMost(0.4)));
        assert!(!Bar::AtMost(0.4).is_met(figures[2].value));
    }
}
