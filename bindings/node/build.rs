//! Sets the linker options that an addon needs on each platform.

fn main() {
    let variable = |name| std::env::var(name).unwrap_or_default();
    // There napi-sys looks Node's functions up when the addon is loaded, and napi-build would ask for a library with them.
    let windows_gnu =
        variable("CARGO_CFG_TARGET_OS") == "windows" && variable("CARGO_CFG_TARGET_ENV") == "gnu";
    if !windows_gnu {
        napi_build::setup();
    }
    // Not the path of where it was built.
    if variable("CARGO_CFG_TARGET_OS") == "macos" {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-install_name,@rpath/token04.node");
    }
}
