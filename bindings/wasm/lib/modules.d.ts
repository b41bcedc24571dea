// What build.mjs makes, and the little of the host that is used here.

declare module "*_glue" {
  export const { __wbg_set_wasm, names, call, release }: import("./connect").Glue;
}

declare module "#*" {
  export function module(): WebAssembly.Module;
}

declare function atob(base64: string): string;

declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
    static imports(module: Module): { module: string }[];
  }
  class Instance {
    constructor(module: Module, imports: object);
    readonly exports: object;
  }
  class RuntimeError extends Error {}
}
