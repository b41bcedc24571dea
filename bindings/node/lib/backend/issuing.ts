// The functions for issuing and reading tokens. The package for other runtimes has WebAssembly in place of this file.

export { backend, issuing } from "./addon";
