//! Listens on an address: accepts connections up to the limits in total and per peer, and lets them finish when the
//! process stops.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

use super::connection::{self, CurrentRoutes};
use super::limits::Limits;
use super::per_address::{PerAddress, Slot};
use super::stopped::Stopped;
use crate::service::Live;
use crate::start_error::StartError;
use crate::tls::{Certificate, Tls};

/// How many connections may wait to be accepted; the system may have a lower limit.
const BACKLOG: u32 = 4096;
/// How long to wait when the system has no more sockets.
const PAUSE: Duration = Duration::from_millis(50);

/// A bound address.
pub(crate) struct Listener {
    listener: TcpListener,
    address: SocketAddr,
    limits: Limits,
    tls: Option<Arc<Tls>>,
}

impl Listener {
    pub fn bind(
        address: SocketAddr,
        certificate: Option<Certificate>,
        limits: Limits,
    ) -> Result<Self, StartError> {
        let tls = certificate.map(Tls::new).transpose()?.map(Arc::new);
        let listen = || {
            let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
            // Connections of an earlier process in TIME_WAIT must not prevent the next start.
            #[cfg(unix)]
            socket.set_reuseaddr(true)?;
            socket.bind(address)?;
            let listener = socket.listen(BACKLOG)?;
            let bound = listener.local_addr()?;
            Ok((listener, bound))
        };
        let (listener, address) = listen().map_err(|error: std::io::Error| {
            StartError::new(format!("cannot listen on {address}: {error}"))
        })?;
        Ok(Self { listener, address, limits, tls })
    }

    pub fn url(&self) -> String {
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        format!("{scheme}://{}", self.address)
    }

    /// The holder of the certificate, to replace it on a reload.
    pub fn tls(&self) -> Option<Arc<Tls>> {
        self.tls.clone()
    }

    /// Serves until the process stops, and then until the requests in progress are finished.
    pub async fn serve(self, routes: CurrentRoutes, live: Arc<Live>, mut stopped: Stopped) {
        let connections = Arc::new(Semaphore::new(self.limits.max_connections));
        let per_address = PerAddress::new(self.limits.max_connections_per_address);
        let all = u32::try_from(self.limits.max_connections).unwrap_or(u32::MAX);
        let of_connections = stopped.clone();
        let serve = |stream, peer: SocketAddr, permit| {
            let slot = match live.service().trusts(peer.ip()) {
                // All callers behind a proxy have its address.
                true => None,
                false => match per_address.admit(peer.ip()) {
                    None => return live.metrics.connections_refused.inc(),
                    slot => slot,
                },
            };
            let held = Held::new(Arc::clone(&live), permit, slot);
            tokio::spawn(self.connection(stream, peer, Arc::clone(&routes), of_connections.clone(), held));
        };
        let accept = async {
            loop {
                let Ok(permit) = Arc::clone(&connections).acquire_owned().await else { return };
                let (stream, peer) = accept(&self.listener).await;
                serve(stream, peer, permit);
            }
        };
        tokio::select! {
            () = accept => {}
            () = stopped.told() => {}
        }
        // Clients that have already connected are still served.
        while let Ok(permit) = Arc::clone(&connections).try_acquire_owned()
            && let Some(Ok((stream, peer))) = self.listener.accept().now_or_never()
        {
            serve(stream, peer, permit);
        }
        let drain_timeout = self.limits.drain_timeout;
        drop(self.listener);
        if tokio::time::timeout(drain_timeout, connections.acquire_many(all)).await.is_err() {
            let left = self.limits.max_connections - connections.available_permits();
            tracing::warn!(left, "connections were cut off: their requests took longer than the drain may");
        }
    }

    fn connection(
        &self,
        stream: TcpStream,
        peer: SocketAddr,
        routes: CurrentRoutes,
        stopped: Stopped,
        held: Held,
    ) -> impl Future<Output = ()> + Send + 'static {
        let (accepted, patience) = (Instant::now(), self.limits.patience);
        let tls = self.tls.clone();
        async move {
            let _held = held;
            if !patience.first_bytes(&stream, accepted, stopped.clone()).await {
                return;
            }
            let _ = stream.set_nodelay(true);
            // Boxed, so that an idle connection takes very little memory.
            let Some(tls) = tls else {
                return Box::pin(connection::serve(stream, peer, routes, patience, accepted, stopped)).await;
            };
            match tokio::time::timeout_at(accepted + patience.head, Box::pin(tls.accept(stream))).await {
                Ok(Ok(stream)) => {
                    Box::pin(connection::serve(stream, peer, routes, patience, accepted, stopped)).await;
                }
                Ok(Err(error)) => tracing::debug!(%peer, %error, "a TLS handshake failed"),
                Err(_) => tracing::debug!(%peer, "a TLS handshake took too long"),
            }
        }
    }
}

async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            // The peer has already disconnected.
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionAborted => {}
            Err(error) => {
                tracing::warn!(%error, "cannot accept a connection");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

/// A connection that counts while it is open.
struct Held {
    live: Arc<Live>,
    _permit: OwnedSemaphorePermit,
    _slot: Option<Slot>,
}

impl Held {
    fn new(live: Arc<Live>, permit: OwnedSemaphorePermit, slot: Option<Slot>) -> Self {
        live.metrics.connections.inc();
        Self { live, _permit: permit, _slot: slot }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.live.metrics.connections.dec();
    }
}
