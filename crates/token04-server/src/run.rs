//! The life of the process: listens, serves, reloads, drains.

use std::net::SocketAddr;
use std::sync::Arc;

use arc_swap::ArcSwap;
use futures_util::future::OptionFuture;
use tokio::sync::watch;
use tokio::task::{JoinError, JoinHandle, JoinSet};

use crate::config::{Config, MetricsPlace};
use crate::logs;
use crate::metrics::Metrics;
use crate::net::{CurrentRoutes, Limits, Listener, Signal, Signals, Stopped};
use crate::routes::Routes;
use crate::service::Live;
use crate::start_error::StartError;
use crate::startup::{Loaded, Startup};
use crate::tls::{Certificate, Tls};

/// Serves until SIGTERM or SIGINT, and then until the requests in progress are finished. SIGHUP reloads the
/// configuration, keys and secrets.
///
/// # Errors
///
/// [`StartError`] if the configuration is invalid or the service cannot listen on the address.
pub fn run(startup: &Startup) -> Result<(), StartError> {
    let config = startup.read_config()?;
    let metrics = Metrics::new();
    let _flushed_at_the_end = logs::start(config.log, metrics.log_lines_dropped.clone());
    allow_files();
    forbid_dumps();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| StartError::new(format!("cannot start: {error}")))?;
    let result = runtime.block_on(serve(startup, config, metrics));
    // Does not wait for a file system that does not respond.
    runtime.shutdown_background();
    result
}

async fn serve(startup: &Startup, config: Config, metrics: Metrics) -> Result<(), StartError> {
    let mut signals = Signals::new()?;
    let Loaded { config, service, listen, certificate, warnings } = tokio::select! {
        loaded = load_aside(startup, Some(config)) => loaded.unwrap_or_else(failed)?,
        () = signals.stop() => return Ok(()),
    };
    let limits = Limits::new(&config.policy.service);
    let metrics_place = service.metrics;
    let live = Arc::new(Live::with_metrics(service, metrics));
    let main = Listener::bind(listen, certificate, limits)?;
    let metrics = match metrics_place {
        MetricsPlace::At(address) => Some(Listener::bind(address, None, limits)?),
        MetricsPlace::Main | MetricsPlace::Off => None,
    };
    announce(&main, metrics.as_ref(), startup.dev);
    warn(&warnings);
    let (stop, stopped) = watch::channel(false);
    let tls = main.tls();
    let mut tasks = JoinSet::new();
    let routes: CurrentRoutes = Arc::new(ArcSwap::from_pointee(Routes::main(&live)));
    tasks.spawn(main.serve(Arc::clone(&routes), Arc::clone(&live), Stopped(stopped.clone())));
    if let Some(metrics) = metrics {
        let routes: CurrentRoutes = Arc::new(ArcSwap::from_pointee(Routes::metrics(&live)));
        tasks.spawn(metrics.serve(routes, Arc::clone(&live), Stopped(stopped)));
    }
    reload_until_stop(startup, &mut signals, |loaded| {
        if replace(loaded, &live, listen, tls.as_deref()) {
            // The configuration decides which addresses exist.
            routes.store(Arc::new(Routes::main(&live)));
        }
    })
    .await;
    let drained = async {
        drain(&live, limits).await;
        let _ = stop.send(true);
        while tasks.join_next().await.is_some() {}
    };
    tokio::select! {
        () = drained => tracing::info!("stopped"),
        () = signals.stop() => tracing::warn!("stopped at once by a second signal"),
    }
    Ok(())
}

/// Reloads the configuration on each SIGHUP, until a signal to stop. Signals are handled while files are read.
async fn reload_until_stop(
    startup: &Startup,
    signals: &mut Signals,
    mut replace: impl FnMut(Result<Loaded, StartError>),
) {
    let (mut loading, mut again) = (None, false);
    loop {
        tokio::select! {
            signal = signals.next() => match signal {
                Signal::Stop => return,
                Signal::Reload if loading.is_some() => again = true,
                Signal::Reload => loading = Some(load_aside(startup, None)),
            },
            Some(loaded) = OptionFuture::from(loading.as_mut()) => {
                replace(loaded.unwrap_or_else(failed));
                loading = std::mem::take(&mut again).then(|| load_aside(startup, None));
            }
        }
    }
}

/// Loads on a separate thread, which may have to wait for a disk.
fn load_aside(startup: &Startup, config: Option<Config>) -> JoinHandle<Result<Loaded, StartError>> {
    let startup = startup.clone();
    tokio::task::spawn_blocking(move || startup.load(config.map_or_else(|| startup.read_config(), Ok)?))
}

/// The result if the loading thread panicked.
fn failed(_panic: JoinError) -> Result<Loaded, StartError> {
    Err(StartError::new("internal error while loading the configuration: please report it"))
}

/// The first line of the log.
fn announce(main: &Listener, metrics: Option<&Listener>, dev: bool) {
    let address = main.url();
    tracing::info!(
        address,
        metrics = metrics.map(Listener::url),
        version = token04_core::VERSION,
        dev,
        "listening on {address}"
    );
}

/// Applies a reloaded configuration, and returns whether the reload succeeded.
fn replace(
    loaded: Result<Loaded, StartError>,
    live: &Live,
    listening: SocketAddr,
    tls: Option<&Tls>,
) -> bool {
    live.metrics.reloaded(loaded.is_ok());
    match loaded {
        Ok(loaded) => {
            if loaded.listen != listening {
                tracing::warn!(
                    "the address to listen on has changed; the change takes effect at the next start"
                );
            }
            replace_certificate(tls, loaded.certificate);
            live.replace(loaded.service);
            warn(&loaded.warnings);
            tracing::info!("reloaded the configuration");
            true
        }
        Err(error) => {
            tracing::error!(%error, "could not reload the configuration; the old one stays in use");
            false
        }
    }
}

fn replace_certificate(tls: Option<&Tls>, certificate: Option<Certificate>) {
    match (tls, certificate) {
        (Some(tls), Some(certificate)) => tls.replace(certificate),
        (None, None) => {}
        _ => tracing::warn!("[tls] was added or removed; the change takes effect at the next start"),
    }
}

/// Raises the limit of open files, and so of connections, to the maximum that the system allows: most shells start a
/// process with 1024.
fn allow_files() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
        // If this fails, connections beyond the limit wait.
        let _ = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    }
}

/// Protects the secrets in memory from core dumps and from other processes of the same user.
fn forbid_dumps() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

fn warn(warnings: &[String]) {
    for warning in warnings {
        tracing::warn!("{warning}");
    }
}

/// Tells load balancers to send no more requests, and gives them time to notice.
async fn drain(live: &Live, limits: Limits) {
    tracing::info!(delay_s = limits.drain_delay.as_secs(), "draining");
    live.drain();
    tokio::time::sleep(limits.drain_delay).await;
}
