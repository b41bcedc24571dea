// The functions for diagnosing. The package for other runtimes has WebAssembly in place of this file.

export { diagnosing } from "./addon";
