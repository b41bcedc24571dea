// Generated from lib/*.ts by `node types.mjs`: do not edit.

export * from "./zegoServerAssistant.js";
