//! Writes the JavaScript glue of a WebAssembly module: `token04-wasm-glue MODULE FOLDER [page]`.

use std::env::args;

use wasm_bindgen_cli_support::Bindgen;

fn main() {
    let (Some(module), Some(folder)) = (args().nth(1), args().nth(2)) else {
        eprintln!("usage: token04-wasm-glue MODULE FOLDER [page]");
        std::process::exit(2);
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name("token04").typescript(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    let set = match args().nth(3).as_deref() {
        // A script for a page, without modules.
        Some("page") => bindgen.no_modules(true),
        // Leaves it to the caller to find and instantiate the module.
        _ => bindgen.bundler(true),
    };
    let done = set.and_then(|bindgen| bindgen.generate(folder));
    if let Err(error) = done {
        eprintln!("token04-wasm-glue: {error:?}");
        std::process::exit(1);
    }
}
