/**
 * Polyfills for the oldest supported phones (iOS 11, Chrome 79 on Android). `tsconfig.phone.json` allows no newer
 * features than these.
 */
const define = (owner: object, name: string, value: (...args: never[]) => unknown) => {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true })
}

define(Object, 'hasOwn', (owner: object, name: PropertyKey) =>
  // biome-ignore lint/suspicious/noPrototypeBuiltins: the polyfill of Object.hasOwn
  Object.prototype.hasOwnProperty.call(owner, name),
)

define(Object, 'fromEntries', (entries: Iterable<[PropertyKey, unknown]>) => {
  const result: Record<PropertyKey, unknown> = {}
  for (const [name, value] of entries) result[name] = value
  return result
})

define(Array.prototype, 'at', function at(this: unknown[], index: number) {
  return this[index < 0 ? this.length + index : index]
})

const flat = (list: unknown[], depth: number): unknown[] =>
  list.reduce<unknown[]>(
    (all, item) => all.concat(Array.isArray(item) && depth > 1 ? flat(item, depth - 1) : item),
    [],
  )

define(Array.prototype, 'flat', function flatOf(this: unknown[], depth = 1) {
  return depth < 1 ? this.slice() : flat(this, depth)
})

define(Array.prototype, 'flatMap', function flatMap(this: unknown[], map: (item: unknown) => unknown) {
  return flat(this.map(map), 1)
})

define(
  String.prototype,
  'replaceAll',
  function replaceAll(
    this: string,
    pattern: string | RegExp,
    replacement: string | ((match: string) => string),
  ) {
    const escaped =
      typeof pattern === 'string' ? new RegExp(pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'g') : pattern
    return this.replace(escaped, replacement as string)
  },
)

define(Promise.prototype, 'finally', function onFinally(this: Promise<unknown>, onSettled: () => unknown) {
  return this.then(
    (value) => Promise.resolve(onSettled()).then(() => value),
    (error) =>
      Promise.resolve(onSettled()).then(() => {
        throw error
      }),
  )
})

// every Taro request creates one; where it is missing (iOS before 11.3), `fetch` ignores signals anyway
if (typeof AbortController === 'undefined' && typeof window !== 'undefined')
  define(
    window,
    'AbortController',
    class {
      readonly signal = undefined
      abort(): void {}
    } as never,
  )

// used by TypeBox; mini-programs have their own
if (typeof globalThis === 'undefined' && typeof window !== 'undefined')
  Object.defineProperty(window, 'globalThis', { value: window, configurable: true, writable: true })
