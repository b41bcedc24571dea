//! The metrics of the service, in the text format of Prometheus.

use std::time::Duration;

use prometheus::{
    Histogram, HistogramOpts, IntCounter, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry, TextEncoder,
};

use crate::route::Route;

/// The counters of the service. They live as long as the process.
pub(crate) struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    seconds: Histogram,
    pub connections: IntGauge,
    pub connections_refused: IntCounter,
    pub log_lines_dropped: IntCounter,
    pub in_flight: IntGauge,
    tokens: [IntCounter; 3],
    refusals: IntCounterVec,
    reloads: [IntCounter; 2],
    /// The most frequent label set of `requests`, looked up once.
    granted: IntCounter,
}

/// The kind of token that was issued.
#[derive(Clone, Copy)]
pub(crate) enum TokenKind {
    Identity,
    Privilege,
    Kit,
}

/// Something that counts in a gauge while it lasts.
pub(crate) struct Counted<'a>(&'a IntGauge);

impl<'a> Counted<'a> {
    pub fn new(gauge: &'a IntGauge) -> Self {
        gauge.inc();
        Self(gauge)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.dec();
    }
}

impl Metrics {
    pub fn new() -> Self {
        let registry = Registry::new();
        let requests =
            counters(&registry, "token04_requests_total", "Requests answered.", &["route", "status"]);
        let tokens = counters(&registry, "token04_tokens_total", "Tokens made.", &["kind"]);
        let refusals = counters(
            &registry,
            "token04_refusals_total",
            "Requests refused, by reason and error code.",
            &["reason", "code"],
        );
        let reloads = counters(
            &registry,
            "token04_reloads_total",
            "Times the configuration was reloaded.",
            &["outcome"],
        );
        let build = Opts::new("token04_build_info", "The running version.");
        registered(&registry, IntGaugeVec::new(build, &["version"]))
            .with_label_values(&[token04_core::VERSION])
            .set(1);
        let buckets = vec![0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1.0, 10.0];
        let options = HistogramOpts::new("token04_token_seconds", "Time to respond to a token request.")
            .buckets(buckets);
        Self {
            granted: requests.with_label_values(&[Route::Token.label(), "200"]),
            seconds: registered(&registry, Histogram::with_opts(options)),
            connections: registered(&registry, IntGauge::new("token04_connections", "Connections held.")),
            connections_refused: counter(
                &registry,
                "token04_connections_refused_total",
                "Connections closed because their address had too many.",
            ),
            log_lines_dropped: counter(
                &registry,
                "token04_log_lines_dropped_total",
                "Log lines that could not be written.",
            ),
            in_flight: registered(
                &registry,
                IntGauge::new("token04_requests_in_flight", "Requests in progress."),
            ),
            tokens: ["identity", "privilege", "kit"].map(|kind| tokens.with_label_values(&[kind])),
            reloads: ["done", "failed"].map(|outcome| reloads.with_label_values(&[outcome])),
            requests,
            refusals,
            registry,
        }
    }

    pub fn answered(&self, route: Route, status: u16, took: Duration) {
        if route == Route::Token {
            self.seconds.observe(took.as_secs_f64());
        }
        match (route, status) {
            (Route::Token, 200) => self.granted.inc(),
            _ => self.requests.with_label_values(&[route.label(), &status.to_string()]).inc(),
        }
    }

    pub fn refused(&self, reason: &str, code: i32) {
        self.refusals.with_label_values(&[reason, &code.to_string()]).inc();
    }

    pub fn made(&self, kind: TokenKind) {
        self.tokens[kind as usize].inc();
    }

    pub fn reloaded(&self, done: bool) {
        self.reloads[usize::from(!done)].inc();
    }

    /// All metrics, as text.
    pub fn text(&self) -> String {
        TextEncoder::new().encode_to_string(&self.registry.gather()).unwrap_or_default()
    }
}

fn counter(registry: &Registry, name: &str, help: &str) -> IntCounter {
    registered(registry, IntCounter::new(name, help))
}

fn counters(registry: &Registry, name: &str, help: &str, labels: &[&str]) -> IntCounterVec {
    registered(registry, IntCounterVec::new(Opts::new(name, help), labels))
}

/// Names and labels are constants in this file, and a test creates them all.
#[allow(clippy::expect_used, reason = "the constants are valid, as a test shows")]
fn registered<C: prometheus::core::Collector + Clone + 'static>(
    registry: &Registry,
    collector: prometheus::Result<C>,
) -> C {
    let collector = collector.expect("a valid name");
    registry.register(Box::new(collector.clone())).expect("a name of its own");
    collector
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_was_counted() {
        let metrics = Metrics::new();
        metrics.answered(Route::Token, 200, Duration::from_micros(300));
        metrics.answered(Route::Token, 403, Duration::from_micros(300));
        metrics.refused("forbidden", 206);
        metrics.made(TokenKind::Kit);
        metrics.reloaded(false);
        let text = metrics.text();
        for line in [
            "token04_requests_total{route=\"/v1/token\",status=\"200\"} 1",
            "token04_requests_total{route=\"/v1/token\",status=\"403\"} 1",
            "token04_refusals_total{code=\"206\",reason=\"forbidden\"} 1",
            "token04_tokens_total{kind=\"kit\"} 1",
            "token04_reloads_total{outcome=\"failed\"} 1",
            "token04_token_seconds_bucket{le=\"0.0005\"} 2",
            "# TYPE token04_build_info gauge",
        ] {
            assert!(text.contains(line), "{line} is not in\n{text}");
        }
    }
}
