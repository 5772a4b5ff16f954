/** Browser globals that the logic layer of a mini-program lacks. App code sees them as undefined. */
const HIDDEN =
  `window document self parent top frames location navigator history localStorage sessionStorage indexedDB caches
  XMLHttpRequest fetch Headers Request Response AbortController AbortSignal WebSocket EventSource FormData Blob File
  FileReader URL URLSearchParams TextEncoder TextDecoder HTMLElement Element Node Event CustomEvent EventTarget Image
  Audio MutationObserver IntersectionObserver ResizeObserver requestAnimationFrame cancelAnimationFrame
  requestIdleCallback MessageChannel MessagePort BroadcastChannel Worker SharedWorker alert confirm prompt open crypto
  performance structuredClone queueMicrotask setImmediate process Buffer global atob btoa matchMedia getComputedStyle
  customElements DOMParser Intl speechSynthesis Notification WebAssembly SharedArrayBuffer OffscreenCanvas ImageData
  createImageBitmap`.split(/\s+/)

const LANGUAGE =
  `Object Array String Number Boolean Symbol BigInt Math JSON Date RegExp Error TypeError RangeError SyntaxError
  ReferenceError EvalError URIError Map Set WeakMap WeakSet WeakRef Promise Proxy Reflect ArrayBuffer DataView
  Uint8Array Int8Array Uint8ClampedArray Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array
  parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape NaN
  Infinity`.split(/\s+/)

const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const

/** Names to declare without a value around app code, except those that are `provided`. */
export const hiddenNames = (provided: readonly string[]) => HIDDEN.filter((name) => !provided.includes(name))

/** A `Function` that returns the sandbox global for `Function('return this')()` and refuses any other source text. */
function createGuardedFunction(real: FunctionConstructor, sandbox: object): FunctionConstructor {
  const create = (source: unknown[]) => {
    if (source.length === 1 && /^\s*return this;?\s*$/.test(String(source[0]))) return () => sandbox
    throw new EvalError('Code generation from strings disallowed for this context')
  }
  return new Proxy(real, {
    apply: (_target, _self, source: unknown[]) => create(source),
    construct: (_target, source: unknown[]) => create(source),
  })
}

/** The global object of app code: language, timers, and `extra` (`wx` and `console`), without browser APIs. */
export function createSandboxGlobal(realm: object, extra: Record<string, unknown>): Record<string, unknown> {
  const source = realm as Record<string, unknown>
  const sandbox: Record<string, unknown> = Object.create(null)
  for (const name of LANGUAGE) sandbox[name] = source[name]
  for (const name of TIMERS) sandbox[name] = (source[name] as (...input: unknown[]) => unknown).bind(realm)
  Object.assign(sandbox, extra)
  sandbox.Function = createGuardedFunction(Function, sandbox)
  sandbox.globalThis = sandbox
  return sandbox
}
