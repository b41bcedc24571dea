//! The life of the process: listens, serves, reloads, drains.

use std::net::SocketAddr;
use std::sync::Arc;

use arc_swap::ArcSwap;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::config::{Config, MetricsPlace};
use crate::logs;
use crate::net::{Limits, Listener, Routes, Signal, Signals, Stopped};
use crate::routes;
use crate::service::Live;
use crate::start_error::StartError;
use crate::startup::{Loaded, Startup};
use crate::tls::{Certificate, Tls};

/// Serves until SIGTERM or SIGINT, then until the requests under way are answered. SIGHUP reloads the
/// configuration, keys and secrets.
///
/// # Errors
///
/// [`StartError`] where the configuration is invalid, or the address cannot be listened on.
pub fn run(startup: &Startup) -> Result<(), StartError> {
    let config = startup.read_config()?;
    let _flushed_at_the_end = logs::start(config.log);
    allow_files();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| StartError::new(format!("cannot start: {error}")))?;
    runtime.block_on(serve(startup, config))
}

async fn serve(startup: &Startup, config: Config) -> Result<(), StartError> {
    let mut signals = Signals::new()?;
    let Loaded { config, service, listen, certificate, warnings } = startup.load(config)?;
    let limits = Limits::new(&config.policy.service);
    let metrics_place = service.metrics;
    let live = Arc::new(Live::new(service));
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
    let routes: Routes = Arc::new(ArcSwap::from_pointee(routes::router(&live)));
    tasks.spawn(main.serve(Arc::clone(&routes), Arc::clone(&live), Stopped(stopped.clone())));
    if let Some(metrics) = metrics {
        let routes: Routes = Arc::new(ArcSwap::from_pointee(routes::metrics_router(&live)));
        tasks.spawn(metrics.serve(routes, Arc::clone(&live), Stopped(stopped)));
    }
    while let Signal::Reload = signals.next().await {
        if reload(startup, &live, listen, tls.as_deref()) {
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

/// Loads the configuration again, and says whether there is a new one.
fn reload(startup: &Startup, live: &Live, listening: SocketAddr, tls: Option<&Tls>) -> bool {
    let loaded = startup.read_config().and_then(|config| startup.load(config));
    live.metrics.reloaded(loaded.is_ok());
    match loaded {
        Ok(loaded) => {
            if loaded.listen != listening {
                tracing::warn!("the address to listen on has changed, which counts from the next start on");
            }
            replace_certificate(tls, loaded.certificate);
            live.replace(loaded.service);
            warn(&loaded.warnings);
            tracing::info!("loaded the configuration anew");
            true
        }
        Err(error) => {
            tracing::error!(%error, "could not load the configuration anew; the old one stays");
            false
        }
    }
}

fn replace_certificate(tls: Option<&Tls>, certificate: Option<Certificate>) {
    match (tls, certificate) {
        (Some(tls), Some(certificate)) => tls.replace(certificate),
        (None, None) => {}
        _ => tracing::warn!("[tls] was added or removed, which counts from the next start on"),
    }
}

/// Raises the limit of open files, and so of connections, to the highest that the system allows: most shells start
/// a process with 1024.
fn allow_files() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
        // Where this fails, connections beyond the limit wait.
        let _ = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    }
}

fn warn(warnings: &[String]) {
    for warning in warnings {
        tracing::warn!("{warning}");
    }
}

/// Tells load balancers to send no more, and gives them time to notice.
async fn drain(live: &Live, limits: Limits, signals: &mut Signals) {
    tracing::info!(delay_s = limits.drain_delay.as_secs(), "draining");
    live.drain();
    tokio::select! {
        () = tokio::time::sleep(limits.drain_delay) => {}
        () = signals.stop() => {}
    }
}
