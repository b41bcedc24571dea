//! Interleaved measurement: each round gives every contestant a short turn, so that disturbances affect all
//! of them equally. A result is the median of all rounds; the minimum shows what an undisturbed round takes.

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

    /// Runs all contestants and returns the times of each, in nanoseconds.
    pub fn run(self, options: Options) -> Results {
        self.run_for(1, options)
    }

    /// [`run`](Self::run) for contestants that each make this many tokens; the times are those of one token.
    pub fn run_for(mut self, tokens: u32, options: Options) -> Results {
        let (rounds, turn) = if options.brief { (3, 100 / tokens.min(100)) } else { (301, 1000 / tokens) };
        let mut samples = vec![Vec::with_capacity(rounds); self.contestants.len()];
        for _ in 0..rounds {
            for (contestant, samples) in self.contestants.iter_mut().zip(&mut samples) {
                let start = Instant::now();
                for _ in 0..turn {
                    contestant();
                }
                samples.push(start.elapsed().as_nanos() as f64 / f64::from(turn * tokens));
            }
        }
        Results(samples.iter_mut().map(|samples| Time::of(samples)).collect())
    }
}

#[derive(Clone, Copy)]
struct Time {
    median: f64,
    minimum: f64,
}

impl Time {
    fn of(samples: &mut [f64]) -> Self {
        Self { median: median(samples), minimum: samples[0] }
    }
}

pub struct Results(Vec<Time>);

impl Results {
    /// Prints one comparison. The ratio is theirs / ours of the medians: above one, ours is faster.
    pub fn print(&self, case: &str, ours: usize, against: &str, theirs: usize, options: Options) {
        let (ours, theirs) = (self.0[ours], self.0[theirs]);
        let ratio = theirs.median / ours.median;
        if options.json {
            println!(
                "{{\"case\":\"{case}\",\"against\":\"{against}\",\"ours_ns\":{:.1},\"theirs_ns\":{:.1},\"ratio\":{ratio:.3},\
                 \"ours_min_ns\":{:.1},\"theirs_min_ns\":{:.1}}}",
                ours.median, theirs.median, ours.minimum, theirs.minimum
            );
            return;
        }
        let (times, compared) =
            if ratio < 1.0 { (1.0 / ratio, "times the") } else { (ratio, "times faster than the") };
        println!(
            "{case:<18} {:>6.0} ns (min {:.0})   {times:.2} {compared} {against} ({:.0} ns, min {:.0})",
            ours.median, ours.minimum, theirs.median, theirs.minimum
        );
    }
}

pub fn median(samples: &mut [f64]) -> f64 {
    samples.sort_unstable_by(f64::total_cmp);
    samples[samples.len() / 2]
}
