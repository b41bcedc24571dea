//! The life of the process: listens, serves connections, loads anew, drains.

mod connection;
mod listener;
mod patience;
mod signals;
#[cfg(feature = "tls")]
pub(crate) mod tls;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use axum::Router;
use tokio::sync::watch;

use crate::config::{Config, MetricsPlace, Seconds};
use crate::routes;
use crate::service::Live;
use crate::startup::{Loaded, StartError, Startup};
use crate::{logs, net::listener::Listener};
use patience::Patience;
use signals::{Signal, Signals};

/// The times and limits of connections.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    max_connections: usize,
    patience: Patience,
    drain_delay: Duration,
    drain_timeout: Duration,
}

impl Limits {
    fn new(config: &Config) -> Self {
        let policy = &config.policy;
        let time = |configured: Option<Seconds>, default| configured.unwrap_or(Seconds(default)).duration();
        Self {
            max_connections: policy.max_connections.unwrap_or(20_000),
            patience: Patience { head: time(policy.header_timeout, 10), idle: time(policy.idle_timeout, 75) },
            drain_delay: time(policy.drain_delay, 0),
            drain_timeout: time(policy.drain_timeout, 30),
        }
    }
}

/// The routes of a listener, which a reload may replace.
pub(crate) type Routes = Arc<ArcSwap<Router>>;

/// Tells when it is time to stop.
#[derive(Clone)]
pub(crate) struct Stopped(watch::Receiver<bool>);

impl Stopped {
    async fn told(&mut self) {
        // Where the other end is gone, so is the process.
        let _ = self.0.wait_for(|stopped| *stopped).await;
    }
}

impl Startup {
    /// Serves until SIGTERM or SIGINT, then until the requests under way are answered. SIGHUP loads the
    /// configuration, keys and secrets anew.
    ///
    /// # Errors
    ///
    /// [`StartError`] where the configuration is not good, or the address cannot be listened on.
    pub fn run(&self) -> Result<(), StartError> {
        let _flushed_at_the_end = logs::start(self.log_level());
        allow_files();
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .map_err(|error| StartError::new(format!("cannot start: {error}")))?;
        runtime.block_on(self.serve())
    }

    async fn serve(&self) -> Result<(), StartError> {
        let mut signals = Signals::new()?;
        let Loaded { config, service, listen } = self.load()?;
        let limits = Limits::new(&config);
        let metrics_place = service.metrics;
        let live = Arc::new(Live::new(service));
        let main = Listener::bind(listen, &config, limits)?;
        let metrics = match metrics_place {
            MetricsPlace::At(address) => Some(Listener::bind(address, &Config::default(), limits)?),
            MetricsPlace::Main | MetricsPlace::Off => None,
        };
        let (stop, stopped) = watch::channel(false);
        let stopped = Stopped(stopped);
        self.announce(&main, metrics.as_ref());
        warn(&live);
        let tls = main.certificate();
        let mut tasks = tokio::task::JoinSet::new();
        let routes: Routes = Arc::new(ArcSwap::from_pointee(routes::router(&live)));
        tasks.spawn(main.serve(Arc::clone(&routes), Arc::clone(&live), stopped.clone()));
        if let Some(metrics) = metrics {
            let routes: Routes = Arc::new(ArcSwap::from_pointee(routes::metrics_router(&live)));
            tasks.spawn(metrics.serve(routes, Arc::clone(&live), stopped));
        }
        while let Signal::Reload = signals.next().await {
            if self.reload(&live, listen, &tls) {
                // Which addresses there are is part of the configuration.
                routes.store(Arc::new(routes::router(&live)));
            }
        }
        drain(&live, limits, &mut signals).await;
        let _ = stop.send(true);
        tokio::select! {
            () = async { while tasks.join_next().await.is_some() {} } => tracing::info!("stopped"),
            () = signals.stop() => tracing::warn!("stopped at once, as told twice"),
        }
        Ok(())
    }

    /// The first line of the log.
    fn announce(&self, main: &Listener, metrics: Option<&Listener>) {
        let address = main.url();
        tracing::info!(
            address,
            metrics = metrics.map(Listener::url),
            version = token04_core::VERSION,
            dev = self.dev,
            "listening on {address}"
        );
    }

    /// Loads the configuration anew, and says whether there is a new one.
    fn reload(&self, live: &Live, listening: SocketAddr, tls: &listener::Certificate) -> bool {
        let loaded = self.load().and_then(|loaded| {
            tls.reload(&loaded.config)?;
            Ok(loaded)
        });
        live.metrics.reloaded(loaded.is_ok());
        match loaded {
            Ok(loaded) => {
                if loaded.listen != listening {
                    tracing::warn!(
                        "the address to listen on has changed, which counts from the next start on"
                    );
                }
                live.replace(loaded.service);
                warn(live);
                tracing::info!("loaded the configuration anew");
                true
            }
            Err(error) => {
                tracing::error!(%error, "could not load the configuration anew; the old one stays");
                false
            }
        }
    }
}

/// Allows as many open files, and so connections, as the system lets a process allow itself: most shells begin
/// with 1024.
fn allow_files() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
        // Where it may not, connections beyond the limit wait.
        let _ = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    }
}

fn warn(live: &Live) {
    for warning in live.service().warnings() {
        tracing::warn!("{warning}");
    }
}

/// Tells load balancers to send no more, and gives them the time to hear it.
async fn drain(live: &Live, limits: Limits, signals: &mut Signals) {
    tracing::info!(delay_s = limits.drain_delay.as_secs(), "draining");
    live.drain();
    tokio::select! {
        () = tokio::time::sleep(limits.drain_delay) => {}
        () = signals.stop() => {}
    }
}
