//! Interleaved measurement: each round gives every contestant a short turn, so that disturbances affect all
//! of them equally. A result is the median of all rounds.

use std::time::Instant;

/// How long to measure and how to print.
#[derive(Clone, Copy)]
pub struct Options {
    pub json: bool,
    pub brief: bool,
}

impl Options {
    pub fn from_arguments() -> Self {
        let given = |name: &str| std::env::args().any(|argument| argument == name);
        Self { json: given("--json"), brief: given("--brief") }
    }
}

/// The contestants of a measurement.
#[derive(Default)]
pub struct Contest<'a> {
    contestants: Vec<Box<dyn FnMut() + 'a>>,
}

impl<'a> Contest<'a> {
    /// Adds a contestant, and returns its index in the results.
    pub fn enter(&mut self, contestant: impl FnMut() + 'a) -> usize {
        self.contestants.push(Box::new(contestant));
        self.contestants.len() - 1
    }

    /// Runs all contestants and returns the median of each, in nanoseconds.
    pub fn run(mut self, options: Options) -> Results {
        let (rounds, turn) = if options.brief { (3, 100) } else { (301, 1000) };
        let mut samples = vec![Vec::with_capacity(rounds); self.contestants.len()];
        for _ in 0..rounds {
            for (contestant, samples) in self.contestants.iter_mut().zip(&mut samples) {
                let start = Instant::now();
                for _ in 0..turn {
                    contestant();
                }
                samples.push(start.elapsed().as_nanos() as f64 / f64::from(turn));
            }
        }
        Results(samples.iter_mut().map(|samples| median(samples)).collect())
    }
}

pub struct Results(Vec<f64>);

impl Results {
    /// Prints one comparison. The ratio is theirs / ours: above one, ours is faster.
    pub fn print(&self, case: &str, ours: usize, against: &str, theirs: usize, options: Options) {
        let (ours, theirs) = (self.0[ours], self.0[theirs]);
        let ratio = theirs / ours;
        if options.json {
            println!(
                r#"{{"case":"{case}","against":"{against}","ours_ns":{ours:.1},"theirs_ns":{theirs:.1},"ratio":{ratio:.3}}}"#
            );
        } else if ratio < 1.0 {
            let times = 1.0 / ratio;
            println!("{case:<18} {ours:>6.0} ns   {times:.2} times the {against} ({theirs:.0} ns)");
        } else {
            println!(
                "{case:<18} {ours:>6.0} ns   {ratio:.2} times faster than the {against} ({theirs:.0} ns)"
            );
        }
    }
}

pub fn median(samples: &mut [f64]) -> f64 {
    samples.sort_unstable_by(f64::total_cmp);
    samples[samples.len() / 2]
}
