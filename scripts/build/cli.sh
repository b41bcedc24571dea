# dist/cli: the program, completions for every shell, and a manual page for it and for each command.
need cargo
cargo build -q --release --locked -p token04-cli
rm -rf dist/cli
mkdir -p dist/cli/completions dist/cli/man
install -m 755 "${CARGO_TARGET_DIR:-target}/release/token04" dist/cli/token04

completions() {
    dist/cli/token04 completions "$1" > "dist/cli/completions/$2"
}
# Under the names that the shells look for.
completions bash token04.bash
completions elvish token04.elv
completions fish token04.fish
completions powershell _token04.ps1
completions zsh _token04

dist/cli/token04 man --directory dist/cli/man
