//! The page that reads, explains and makes tokens in a browser.
//!
//! It has two forms, from the same sources in `page/`. Only the engine differs, which answers the page's questions:
//!
//! * [`Page::file`] is a file of its own. Its engine is this crate as WebAssembly, and nothing leaves the page.
//! * [`Page::of_service`] is the assistant of `token04 serve --dev`. Its engine sends the questions to the service.
//!
//! In both, [`Question`] is what the page asks about the text in its box, and [`Answer`] is what it shows.

mod answer;
mod assemble;
mod find;
mod inside;
mod make;
mod map;
mod question;
#[cfg(all(target_family = "wasm", target_os = "unknown"))]
mod wasm;

pub use answer::Answer;
pub use assemble::Page;
pub use make::{Made, Request};
pub use question::{Project, Question};
