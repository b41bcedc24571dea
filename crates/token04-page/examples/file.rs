//! Prints the page as a file: `file GLUE MODULE`, the script of wasm-bindgen and the module, compressed by gzip.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    let mut paths = std::env::args().skip(1);
    let (glue, module) = (paths.next().unwrap_or_default(), paths.next().unwrap_or_default());
    let page = token04_page::Page::file(&std::fs::read_to_string(glue)?, &std::fs::read(module)?);
    std::io::stdout().write_all(page.html.as_bytes())
}
