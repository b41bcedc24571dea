// Connects a WebAssembly module with its glue: the native functions that the package's classes call.

/** What wasm-bindgen writes for a module of the crate token04-wasm. */
export interface Glue {
  __wbg_set_wasm(exports: object): void;
  /** The names of the functions, in the order of their numbers. */
  names(): string[];
  /** Calls a function by its number; for a failure it calls `fail`. */
  call(index: number, given: unknown[], fail: Fail): unknown;
  /** Drops the object of a key. */
  release(key: number): void;
}

type Fail = (code: number, message: string, index?: number) => never;
type Native = (this: { fail: Fail }, ...given: unknown[]) => unknown;

/** What an issuer or a verifier keeps: the key of an object on the other side. */
class Handle {
  readonly key: number;

  constructor(key: number) {
    this.key = key;
  }
}

/** The error of a defect of this library. */
const INTERNAL = 903;

export function connect<Functions>(glue: Glue, load: () => WebAssembly.Module): Functions {
  const module = load();
  const imports = Object.fromEntries(WebAssembly.Module.imports(module).map((one) => [one.module, glue]));
  const { exports } = new WebAssembly.Instance(module, imports);
  glue.__wbg_set_wasm(exports);
  (exports as { __wbindgen_start(): void }).__wbindgen_start();
  // Some hosts do not say what was garbage-collected.
  const collected = typeof FinalizationRegistry === "undefined" ? undefined : new FinalizationRegistry<number>(glue.release);
  const functions: Record<string, Native> = {};
  for (const [index, name] of glue.names().entries()) {
    functions[name] = function (...given) {
      const [handle] = given;
      if (handle instanceof Handle) given[0] = handle.key;
      const result = callOf(glue, index, given, this.fail);
      if (name.startsWith("close")) collected?.unregister(handle as Handle);
      return name.startsWith("new") ? kept(result as number, collected) : result;
    };
  }
  return functions as Functions;
}

function callOf(glue: Glue, index: number, given: unknown[], fail: Fail): unknown {
  try {
    return glue.call(index, given, fail);
  } catch (error) {
    // A panic, or no memory.
    if (error instanceof WebAssembly.RuntimeError) return fail(INTERNAL, `internal error: ${error.message}`);
    throw error;
  }
}

function kept(key: number, collected: FinalizationRegistry<number> | undefined): Handle {
  const handle = new Handle(key);
  collected?.register(handle, key, handle);
  return handle;
}
