//! Tells every connection when it is time to stop.

use tokio::sync::watch;

/// Tells when it is time to stop.
#[derive(Clone)]
pub(crate) struct Stopped(pub watch::Receiver<bool>);

impl Stopped {
    pub async fn told(&mut self) {
        // If the sender is gone, the process is ending.
        let _ = self.0.wait_for(|stopped| *stopped).await;
    }
}
