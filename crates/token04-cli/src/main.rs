//! The program `token04`.

fn main() {}
