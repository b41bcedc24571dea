//! Writes the log on a thread of its own, many lines at once, so that no request waits for a disk or a pipe, or pays
//! for waking the thread. Lines that cannot be written are dropped and counted.

use std::fs::File;
use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use prometheus::IntCounter;
use tracing_subscriber::fmt::MakeWriter;

/// The maximum number of bytes that wait to be written. Beyond it, lines are dropped.
const LONGEST: usize = 2 << 20;
/// How long a line waits for others, which are then written with it: under load, waking the thread and writing for
/// every request took a fifth of its time.
const GATHER_FOR: Duration = Duration::from_millis(5);
/// The number of bytes that are written without waiting for more. A pipe takes twice as many.
const ENOUGH: usize = 32 << 10;
/// How long the process waits at its end for the remaining lines: nobody may be reading them.
const FLUSH_WITHIN: Duration = Duration::from_secs(1);

#[derive(Default)]
struct Waiting {
    bytes: Vec<u8>,
    /// No more lines will arrive.
    ended: bool,
    /// All lines are written.
    flushed: bool,
}

struct Queue {
    waiting: Mutex<Waiting>,
    changed: Condvar,
    dropped: IntCounter,
}

impl Queue {
    fn new(dropped: IntCounter) -> Self {
        Self { waiting: Mutex::default(), changed: Condvar::new(), dropped }
    }

    fn with<T>(&self, act: impl FnOnce(&mut Waiting) -> T) -> T {
        act(&mut self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Adds a line, or returns false if too many wait. The thread is woken only by the first line and when there is
    /// enough to write.
    fn add(&self, line: &[u8]) -> bool {
        let (before, after) = self.with(|waiting| {
            let before = waiting.bytes.len();
            if before + line.len() <= LONGEST {
                waiting.bytes.extend_from_slice(line);
            }
            (before, waiting.bytes.len())
        });
        if before == 0 || (before < ENOUGH && after >= ENOUGH) {
            self.changed.notify_one();
        }
        after > before
    }

    /// Waits for lines, and swaps them all for an empty buffer. Returns false at the end. The two buffers live as
    /// long as the process, so they grow only once.
    fn take(&self, lines: &mut Vec<u8>) -> bool {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = self
            .changed
            .wait_while(waiting, |waiting| waiting.bytes.is_empty() && !waiting.ended)
            .unwrap_or_else(PoisonError::into_inner);
        let (mut waiting, _) = self
            .changed
            .wait_timeout_while(waiting, GATHER_FOR, |waiting| waiting.bytes.len() < ENOUGH && !waiting.ended)
            .unwrap_or_else(PoisonError::into_inner);
        lines.clear();
        std::mem::swap(&mut waiting.bytes, lines);
        !lines.is_empty()
    }
}

/// The destination of events.
pub(super) struct Writer(Arc<Queue>);

/// Writes the remaining lines when dropped, as far as the output accepts them.
pub(crate) struct Flush {
    queue: Arc<Queue>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// `dropped` counts the lines that could not be written.
    pub fn new(dropped: IntCounter) -> (Self, Flush) {
        let queue = Arc::new(Queue::new(dropped));
        let lines = Arc::clone(&queue);
        let write = move || {
            write_all(&lines, standard_output());
            lines.with(|waiting| waiting.flushed = true);
            lines.changed.notify_all();
        };
        let thread = std::thread::Builder::new().name("log".to_owned()).spawn(write).ok();
        (Self(Arc::clone(&queue)), Flush { queue, thread })
    }
}

/// Standard output without its lock, which the rest of the process would wait for while a write is blocked.
fn standard_output() -> Box<dyn Write> {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd as _;
        if let Ok(descriptor) = io::stdout().as_fd().try_clone_to_owned() {
            return Box::new(File::from(descriptor));
        }
    }
    Box::new(io::stdout())
}

fn write_all(queue: &Queue, mut out: impl Write) {
    let mut lines = Vec::new();
    let mut reported = queue.dropped.get();
    let mut torn = false;
    while queue.take(&mut lines) {
        if torn && out.write_all(b"\n").is_ok() {
            torn = false;
        }
        let written = if torn { 0 } else { write_lines(&mut out, &lines) };
        let unwritten = &lines[written..];
        let lost = unwritten.iter().filter(|byte| **byte == b'\n').count();
        queue.dropped.inc_by(lost as u64);
        if !unwritten.is_empty() {
            torn |= written > 0 && lines[written - 1] != b'\n';
            continue;
        }
        let dropped = queue.dropped.get();
        if dropped > reported {
            tracing::warn!(lines = dropped - reported, "log lines could not be written and were dropped");
            reported = dropped;
        }
    }
}

/// Writes as much as possible, and returns the number of bytes.
fn write_lines(out: &mut impl Write, lines: &[u8]) -> usize {
    let mut written = 0;
    while written < lines.len() {
        match out.write(&lines[written..]) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Ok(0) | Err(_) => break,
            Ok(count) => written += count,
        }
    }
    if out.flush().is_err() { 0 } else { written }
}

impl Drop for Flush {
    fn drop(&mut self) {
        self.queue.with(|waiting| waiting.ended = true);
        self.queue.changed.notify_all();
        let Some(thread) = self.thread.take() else { return };
        let waiting = self.queue.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let flushed = self
            .queue
            .changed
            .wait_timeout_while(waiting, FLUSH_WITHIN, |waiting| !waiting.flushed)
            .is_ok_and(|(waiting, _)| waiting.flushed);
        if flushed {
            let _ = thread.join();
        }
    }
}

/// One event being written.
pub(super) struct Line<'a>(&'a Queue);

impl<'a> MakeWriter<'a> for Writer {
    type Writer = Line<'a>;

    fn make_writer(&'a self) -> Line<'a> {
        Line(&self.0)
    }
}

impl Write for Line<'_> {
    /// Receives a whole line: events are written in one piece.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.0.add(bytes) {
            self.0.dropped.inc();
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

    fn queue() -> Queue {
        Queue::new(IntCounter::new("dropped", "dropped").unwrap())
    }

    #[test]
    fn what_cannot_be_kept_is_counted() {
        let queue = queue();
        let line = vec![b'x'; LONGEST / 2 + 1];
        for _ in 0..3 {
            Write::write(&mut Line(&queue), &line).unwrap();
        }
        let mut lines = Vec::new();
        assert!(queue.take(&mut lines));
        assert_eq!((queue.dropped.get(), lines.len()), (2, line.len()));
        queue.with(|waiting| waiting.ended = true);
        assert!(!queue.take(&mut lines));
    }

    /// Accepts a number of bytes and then fails, like a full disk.
    struct Disk(usize);

    impl Write for Disk {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let count = bytes.len().min(self.0);
            self.0 -= count;
            if count == 0 { Err(io::ErrorKind::StorageFull.into()) } else { Ok(count) }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_a_full_disk_does_not_take_is_counted_by_lines() {
        let queue = queue();
        Write::write(&mut Line(&queue), b"one\ntwo\nthree\n").unwrap();
        queue.with(|waiting| waiting.ended = true);
        write_all(&queue, Disk("one\nt".len()));
        assert_eq!(queue.dropped.get(), 2);
    }
}
