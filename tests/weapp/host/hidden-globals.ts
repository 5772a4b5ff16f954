/** Browser names that the logic layer of a mini-program does not have: app code sees them as undefined. */
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

/** Names to declare, without a value, around app code that already gets `given`. */
export const hiddenNames = (given: readonly string[]) => HIDDEN.filter((name) => !given.includes(name))

/** `Function('return this')()` answers the bare global instead of the browser's; other code from text is refused. */
function guardedFunction(real: FunctionConstructor, bare: object): FunctionConstructor {
  const make = (source: unknown[]) => {
    if (source.length === 1 && /^\s*return this;?\s*$/.test(String(source[0]))) return () => bare
    throw new EvalError('Code generation from strings disallowed for this context')
  }
  return new Proxy(real, {
    apply: (_target, _self, source: unknown[]) => make(source),
    construct: (_target, source: unknown[]) => make(source),
  })
}

/** The global object of app code: the language, timers, `wx` and `console`, and nothing of the browser. */
export function createBareGlobal(realm: object, extra: Record<string, unknown>): Record<string, unknown> {
  const source = realm as Record<string, unknown>
  const bare: Record<string, unknown> = Object.create(null)
  for (const name of LANGUAGE) bare[name] = source[name]
  for (const name of TIMERS) bare[name] = (source[name] as (...input: unknown[]) => unknown).bind(realm)
  Object.assign(bare, extra)
  bare.Function = guardedFunction(Function, bare)
  bare.globalThis = bare
  return bare
}
