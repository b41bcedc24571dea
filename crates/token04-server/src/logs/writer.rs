//! Writes the log on a thread of its own, many lines at once, so that no request waits for a disk or a pipe.

use std::io::{self, Write as _};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;

use tracing_subscriber::fmt::MakeWriter;

/// What waits to be written at most. Beyond that lines are dropped, and counted.
const LONGEST: usize = 2 << 20;

#[derive(Default)]
struct Waiting {
    bytes: Vec<u8>,
    dropped: u64,
    ended: bool,
}

#[derive(Default)]
struct Queue {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

impl Queue {
    fn with<T>(&self, act: impl FnOnce(&mut Waiting) -> T) -> T {
        act(&mut self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Waits for lines, and takes them all in exchange for an empty buffer; says how many were dropped, or `None`
    /// at the end. The two buffers last as long as the process, and so grow but once.
    fn take(&self, lines: &mut Vec<u8>) -> Option<u64> {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let mut waiting = self
            .changed
            .wait_while(waiting, |waiting| waiting.bytes.is_empty() && !waiting.ended)
            .unwrap_or_else(PoisonError::into_inner);
        if waiting.bytes.is_empty() {
            return None;
        }
        lines.clear();
        std::mem::swap(&mut waiting.bytes, lines);
        Some(std::mem::take(&mut waiting.dropped))
    }
}

/// Where events are written.
pub(super) struct Writer(Arc<Queue>);

/// Ends the thread and awaits it when dropped.
pub(crate) struct Flush {
    queue: Arc<Queue>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub fn new() -> (Self, Flush) {
        let queue = Arc::new(Queue::default());
        let lines = Arc::clone(&queue);
        let thread = std::thread::Builder::new().name("log".to_owned()).spawn(move || write_all(&lines)).ok();
        (Self(Arc::clone(&queue)), Flush { queue, thread })
    }
}

fn write_all(queue: &Queue) {
    let mut lines = Vec::new();
    while let Some(dropped) = queue.take(&mut lines) {
        let mut out = io::stdout().lock();
        let _ = out.write_all(&lines);
        if dropped > 0 {
            let _ =
                writeln!(out, r#"{{"level":"WARN","message":"log lines were dropped","lines":{dropped}}}"#);
        }
        let _ = out.flush();
    }
}

impl Drop for Flush {
    fn drop(&mut self) {
        self.queue.with(|waiting| waiting.ended = true);
        self.queue.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// One event on its way.
pub(super) struct Line<'a>(&'a Queue);

impl<'a> MakeWriter<'a> for Writer {
    type Writer = Line<'a>;

    fn make_writer(&'a self) -> Line<'a> {
        Line(&self.0)
    }
}

impl io::Write for Line<'_> {
    /// Takes a whole line: that is how events are written.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let was_empty = self.0.with(|waiting| {
            let was_empty = waiting.bytes.is_empty();
            if waiting.bytes.len() + bytes.len() <= LONGEST {
                waiting.bytes.extend_from_slice(bytes);
            } else {
                waiting.dropped += 1;
            }
            was_empty
        });
        if was_empty {
            self.0.changed.notify_one();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_kept_is_counted() {
        let queue = Queue::default();
        let line = vec![b'x'; LONGEST / 2 + 1];
        for _ in 0..3 {
            io::Write::write(&mut Line(&queue), &line).unwrap();
        }
        let mut lines = Vec::new();
        assert_eq!((queue.take(&mut lines), lines.len()), (Some(2), line.len()));
        queue.with(|waiting| waiting.ended = true);
        assert_eq!(queue.take(&mut lines), None);
    }
}
