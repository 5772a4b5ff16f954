/**
 * What the oldest phones lack of JavaScript (iOS 11, Android's Chrome 79), so that code here and in packages may use it. Types
 * hold the list: `tsconfig.phone.json` knows nothing newer than this.
 */
const define = (owner: object, name: string, value: (...given: never[]) => unknown) => {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true })
}

define(Object, 'hasOwn', (owner: object, name: PropertyKey) =>
  // biome-ignore lint/suspicious/noPrototypeBuiltins: this is what it is made of
  Object.prototype.hasOwnProperty.call(owner, name),
)

define(Object, 'fromEntries', (entries: Iterable<[PropertyKey, unknown]>) => {
  const made: Record<PropertyKey, unknown> = {}
  for (const [name, value] of entries) made[name] = value
  return made
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
  function replaceAll(this: string, old: string | RegExp, made: string | ((found: string) => string)) {
    const escaped =
      typeof old === 'string' ? new RegExp(old.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'g') : old
    return this.replace(escaped, made as string)
  },
)

define(Promise.prototype, 'finally', function last(this: Promise<unknown>, end: () => unknown) {
  return this.then(
    (value) => Promise.resolve(end()).then(() => value),
    (error) =>
      Promise.resolve(end()).then(() => {
        throw error
      }),
  )
})

// Taro's requests each make one; where it is missing (iOS before 11.3) `fetch` would not listen to it either
if (typeof AbortController === 'undefined' && typeof window !== 'undefined')
  define(
    window,
    'AbortController',
    class {
      readonly signal = undefined
      abort(): void {}
    } as never,
  )

// TypeBox asks for it; a mini-program has its own
if (typeof globalThis === 'undefined' && typeof window !== 'undefined')
  Object.defineProperty(window, 'globalThis', { value: window, configurable: true, writable: true })
