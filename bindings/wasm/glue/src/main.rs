//! Writes the JavaScript glue of a WebAssembly module: `token04-wasm-glue MODULE FOLDER`.

use std::env::args;

use wasm_bindgen_cli_support::Bindgen;

fn main() {
    let (Some(module), Some(folder)) = (args().nth(1), args().nth(2)) else {
        eprintln!("usage: token04-wasm-glue MODULE FOLDER");
        std::process::exit(2);
    };
    // The target "bundler" leaves it to the caller to find and instantiate the module.
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name("token04").typescript(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    let done = bindgen.bundler(true).and_then(|bindgen| bindgen.generate(folder));
    if let Err(error) = done {
        eprintln!("token04-wasm-glue: {error:?}");
        std::process::exit(1);
    }
}
