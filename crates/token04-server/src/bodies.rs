//! Reads request bodies, each within its own limit and all within a shared one: unfinished bodies must not fill the
//! memory.

use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderMap, header};
use http_body_util::BodyExt as _;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::problem::{Kind, Problem};

/// The maximum bytes of long bodies held at once.
const TOTAL: u32 = 16 << 20;
/// A body up to this length does not count against the shared limit. Nearly all are shorter.
const SHORT: usize = 4 << 10;
/// How long to keep receiving a body that will not be read: a client that is still sending would lose the
/// response with the connection.
const DISCARD_FOR: Duration = Duration::from_secs(1);

/// The memory for long bodies.
pub(crate) struct Bodies(Semaphore);

impl Default for Bodies {
    fn default() -> Self {
        Self(Semaphore::new(TOTAL as usize))
    }
}

impl Bodies {
    /// Reads the whole body, within the limit.
    pub async fn read(&self, body: &mut Body, headers: &HeaderMap, limit: usize) -> Result<Vec<u8>, Problem> {
        let too_large = || Problem::plain(Kind::TooLarge, format!("the body must be at most {limit} bytes"));
        let announced =
            headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
        if announced.is_some_and(|length: u64| length > limit as u64) {
            return Err(too_large());
        }
        let mut bytes = Vec::new();
        let mut room = None;
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|_| Problem::plain(Kind::Malformed, "the body is incomplete"))?;
            let Some(data) = frame.data_ref() else { continue };
            let length = bytes.len() + data.len();
            if length > limit {
                return Err(too_large());
            }
            if length > SHORT && room.is_none() {
                let most = announced.and_then(|length| usize::try_from(length).ok()).unwrap_or(limit);
                room = Some(self.room(most)?);
                bytes.reserve_exact(most.saturating_sub(bytes.len()));
            }
            bytes.extend_from_slice(data);
        }
        Ok(bytes)
    }

    /// Reserves memory for a long body.
    fn room(&self, length: usize) -> Result<SemaphorePermit<'_>, Problem> {
        let length = u32::try_from(length).unwrap_or(TOTAL).min(TOTAL);
        self.0.try_acquire_many(length).map_err(|_| {
            Problem::plain(Kind::Unavailable, "too many long requests are arriving at once: try again later")
        })
    }
}

/// Receives and drops the rest of a body.
pub(crate) async fn discard(body: &mut Body) {
    let all = async { while let Some(Ok(_)) = body.frame().await {} };
    let _ = tokio::time::timeout(DISCARD_FOR, all).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn long_bodies_share_the_memory_and_give_it_back() {
        let bodies = Bodies::default();
        let read = |length: usize| {
            let (bodies, headers) = (&bodies, HeaderMap::new());
            async move { bodies.read(&mut Body::from(vec![b' '; length]), &headers, 64 << 10).await }
        };
        let others = bodies.room(TOTAL as usize).unwrap();
        assert_eq!(read(SHORT).await.unwrap().len(), SHORT);
        assert_eq!(read(SHORT + 1).await.unwrap_err().kind, Kind::Unavailable);
        drop(others);
        for _ in 0..1000 {
            assert_eq!(read(64 << 10).await.unwrap().len(), 64 << 10);
        }
        assert_eq!(read((64 << 10) + 1).await.unwrap_err().kind, Kind::TooLarge);
    }
}
