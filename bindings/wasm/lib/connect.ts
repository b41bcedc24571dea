// Connects a WebAssembly module with its glue: the native functions that the package's classes call.

/** What wasm-bindgen writes for a module of the crate token04-wasm. */
export interface Glue {
  __wbg_set_wasm(exports: object): void;
  /** The names of the functions, in the order of their numbers. */
  names(): string[];
  /** Calls a function by its number; where it fails, it calls `note` and returns nothing. */
  call(index: number, given: unknown[], note: (...failure: Failure) => void): unknown;
  /** Drops the object of a key. */
  release(key: number): void;
}

/** The code and the message of a failure, and the index of the user that it is about, of many. */
type Failure = [code: number, message: string, index?: number];
type Fail = (...failure: Failure) => never;
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

/** Calls a function. A failure is thrown here and not inside, so that its stack shows the caller. */
function callOf(glue: Glue, index: number, given: unknown[], fail: Fail): unknown {
  let failure: Failure | undefined;
  let result: unknown;
  try {
    result = glue.call(index, given, (...noted) => { failure = noted; });
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    // A panic, or no memory.
    failure = [INTERNAL, `internal error: ${error.message}`];
  }
  return failure === undefined ? result : fail(...failure as Failure);
}

function kept(key: number, collected: FinalizationRegistry<number> | undefined): Handle {
  const handle = new Handle(key);
  collected?.register(handle, key, handle);
  return handle;
}
