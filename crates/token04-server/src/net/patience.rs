//! A stream that gives up on a peer who keeps it waiting: who sends the head of a request byte by byte, who is
//! idle for long, who does not read the answer.
//!
//! hyper's `header_read_timeout` does not tell a slow head from an idle connection, and after the first request lets a
//! connection idle for ever (hyperium/hyper#3828); for writing hyper has no timeout at all.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep};

/// How long a peer may keep a connection waiting.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patience {
    /// From the first byte of a request's head to its last; and for the answer to be taken.
    pub head: Duration,
    /// Between requests.
    pub idle: Duration,
}

/// Where a connection stands. The service sets it, the stream reads it.
#[derive(Debug, Default)]
pub(super) struct Stage {
    now: AtomicU8,
    ending: AtomicBool,
}

/// No request has begun.
const IDLE: u8 = 0;
/// The first bytes of one are here.
const HEAD: u8 = 1;
/// One is being answered, which has a time limit of its own.
const ANSWERING: u8 = 2;
/// No request has begun, and the process is about to end.
const ENDING: u8 = 3;
/// How long a connection without a request is kept then: what is on its way may still arrive.
const GRACE: Duration = Duration::from_secs(1);

impl Stage {
    /// The head of a request is complete.
    pub fn answering(&self) {
        self.now.store(ANSWERING, Ordering::Relaxed);
    }

    /// A request is answered.
    pub fn answered(&self) {
        self.now.store(IDLE, Ordering::Relaxed);
    }

    /// The process is about to end.
    pub fn ending(&self) {
        self.ending.store(true, Ordering::Relaxed);
    }

    fn get(&self) -> u8 {
        match self.now.load(Ordering::Relaxed) {
            IDLE if self.ending.load(Ordering::Relaxed) => ENDING,
            stage => stage,
        }
    }

    /// Bytes have come.
    fn begin(&self) -> bool {
        self.now.compare_exchange(IDLE, HEAD, Ordering::Relaxed, Ordering::Relaxed).is_ok()
    }
}

/// The stream.
pub(super) struct Patient<S> {
    stream: S,
    patience: Patience,
    stage: Arc<Stage>,
    /// Until when the peer may keep the connection waiting, and in which stage that was set.
    timer: Pin<Box<Sleep>>,
    waiting_in: Option<u8>,
    writing: bool,
}

impl<S> Patient<S> {
    pub fn new(stream: S, patience: Patience, stage: Arc<Stage>) -> Self {
        let timer = Box::pin(sleep(patience.idle));
        Self { stream, patience, stage, timer, waiting_in: None, writing: false }
    }

    /// Looks at the clock while nothing is to be read.
    fn poll_waiting(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let stage = self.stage.get();
        if stage == ANSWERING {
            self.waiting_in = None;
            return Poll::Pending;
        }
        if self.waiting_in != Some(stage) {
            let time = match stage {
                HEAD => self.patience.head,
                ENDING => GRACE,
                _ => self.patience.idle,
            };
            self.timer.as_mut().reset(Instant::now() + time);
            self.waiting_in = Some(stage);
            self.writing = false;
        }
        ready!(self.timer.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }

    /// Looks at the clock while nothing can be written.
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
            // While an answer waits to be taken, that wait counts.
            return if self.writing { Poll::Pending } else { self.poll_waiting(context) };
        }
        if self.stage.begin() {
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

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let wrote = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.poll_writing(context, wrote)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
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
