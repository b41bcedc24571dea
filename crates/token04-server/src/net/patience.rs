//! A stream with timeouts for slow peers: those that send nothing or a request head byte by byte, stay idle too long,
//! or do not read the response.
//!
//! hyper's `header_read_timeout` does not distinguish a slow head from an idle connection, and after the first request
//! it lets a connection idle forever (hyperium/hyper#3828). For writing, hyper has no timeout.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep, sleep_until, timeout_at};

use super::stopped::Stopped;

/// The timeouts of a connection.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patience {
    /// From the connection, or from the first byte of a later request, to the last byte of the request head; also the
    /// time for the peer to receive the response.
    pub head: Duration,
    /// Between requests.
    pub idle: Duration,
}

impl Patience {
    /// Waits for the first bytes of a connection, and returns whether they arrived in time.
    pub async fn first_bytes(self, stream: &TcpStream, accepted: Instant, mut stopped: Stopped) -> bool {
        let mut byte = [0];
        let ending = async {
            stopped.told().await;
            sleep(GRACE).await;
        };
        tokio::select! {
            peeked = timeout_at(accepted + self.head, stream.peek(&mut byte)) => matches!(peeked, Ok(Ok(1))),
            () = ending => false,
        }
    }
}

/// The stage of a connection. The service sets it, the stream reads it.
#[derive(Debug)]
pub(super) struct Stage {
    now: AtomicU8,
    ending: AtomicBool,
}

/// The connection is open, and nothing has arrived.
const NEW: u8 = 0;
/// A request was answered, and no other has started.
const IDLE: u8 = 1;
/// The first bytes of a request have arrived.
const HEAD: u8 = 2;
/// A request is being answered, which has a time limit of its own.
const ANSWERING: u8 = 3;
/// No request has started, and the process is stopping.
const ENDING: u8 = 4;
/// How long a connection without a request stays open in that stage: a request may already be in transit.
const GRACE: Duration = Duration::from_secs(1);

impl Stage {
    pub fn new() -> Self {
        Self { now: AtomicU8::new(NEW), ending: AtomicBool::new(false) }
    }

    /// The head of a request is complete.
    pub fn answering(&self) {
        self.now.store(ANSWERING, Ordering::Relaxed);
    }

    /// A request is answered.
    pub fn answered(&self) {
        self.now.store(IDLE, Ordering::Relaxed);
    }

    /// The process is stopping.
    pub fn ending(&self) {
        self.ending.store(true, Ordering::Relaxed);
    }

    fn get(&self) -> u8 {
        match self.now.load(Ordering::Relaxed) {
            NEW | IDLE if self.ending.load(Ordering::Relaxed) => ENDING,
            stage => stage,
        }
    }

    /// Bytes have arrived. Returns whether they start a request other than the first.
    fn begin(&self) -> bool {
        let was =
            |stage| self.now.compare_exchange(stage, HEAD, Ordering::Relaxed, Ordering::Relaxed).is_ok();
        !was(NEW) && was(IDLE)
    }
}

/// A stream with the timeouts of its stage.
pub(super) struct Patient<S> {
    stream: S,
    patience: Patience,
    stage: Arc<Stage>,
    /// The deadline for the request head.
    head_until: Instant,
    /// The deadline for the peer, and the stage in which it was set.
    timer: Pin<Box<Sleep>>,
    waiting_in: Option<u8>,
    writing: bool,
}

impl<S> Patient<S> {
    /// `accepted` is the time of the accept: a TLS handshake counts towards the time for the first head.
    pub fn new(stream: S, patience: Patience, stage: Arc<Stage>, accepted: Instant) -> Self {
        let head_until = accepted + patience.head;
        let timer = Box::pin(sleep_until(head_until));
        Self { stream, patience, stage, head_until, timer, waiting_in: None, writing: false }
    }

    /// Checks the deadline while there is nothing to read.
    fn poll_waiting(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let stage = self.stage.get();
        if stage == ANSWERING {
            self.waiting_in = None;
            return Poll::Pending;
        }
        if self.waiting_in != Some(stage) {
            let until = match stage {
                NEW | HEAD => self.head_until,
                ENDING => Instant::now() + GRACE,
                _ => Instant::now() + self.patience.idle,
            };
            self.timer.as_mut().reset(until);
            self.waiting_in = Some(stage);
            self.writing = false;
        }
        ready!(self.timer.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }

    /// Checks the deadline while nothing can be written.
    fn poll_writing<T>(
        &mut self,
        context: &mut Context<'_>,
        wrote: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if wrote.is_ready() {
            self.writing = false;
            return wrote;
        }
        if !self.writing {
            self.timer.as_mut().reset(Instant::now() + self.patience.head);
            self.writing = true;
            self.waiting_in = None;
        }
        ready!(self.timer.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        if read.is_pending() {
            // While a response waits to be received, that wait counts.
            return if self.writing { Poll::Pending } else { self.poll_waiting(context) };
        }
        if self.stage.begin() {
            self.head_until = Instant::now() + self.patience.head;
            self.waiting_in = None;
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let wrote = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.poll_writing(context, wrote)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let wrote = Pin::new(&mut self.stream).poll_flush(context);
        self.poll_writing(context, wrote)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let wrote = Pin::new(&mut self.stream).poll_shutdown(context);
        self.poll_writing(context, wrote)
    }
}
