// swift-tools-version:5.5
// token04 for Swift, over a C library that is already installed: pkg-config must find token04.
import PackageDescription

let package = Package(
    name: "token04",
    platforms: [.macOS(.v10_15)],
    products: [
        // The Objective-C classes, on Apple's systems.
        .library(name: "Token04", targets: ["Token04"]),
        // The C functions, on every system.
        .library(name: "CToken04", targets: ["CToken04"]),
    ],
    targets: [
        .systemLibrary(name: "CToken04", path: "bindings/objc/CToken04", pkgConfig: "token04"),
        .target(
            name: "Token04",
            dependencies: ["CToken04"],
            path: "bindings/objc/token04",
            publicHeadersPath: "."
        ),
    ]
)
