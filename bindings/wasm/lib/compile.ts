// Compiles a module that is part of the code.

/** The module that is in this base64. */
export function compile(base64: string): WebAssembly.Module {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  // `Uint8Array.from` takes ten times as long.
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = text.charCodeAt(index);
  return new WebAssembly.Module(bytes);
}
