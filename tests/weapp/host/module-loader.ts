import { createBareGlobal, hiddenNames } from './hidden-globals'
import type { Fields, Hooks, Host } from './host-types'

type Register = (...definition: unknown[]) => unknown
export interface Registrars {
  Page: Register
  Component: Register
  Behavior: Register
}

export interface ModuleLoader {
  load(file: string): unknown
  /** Path of the `.js` file that `id` means inside the file `from`. */
  resolve(from: string, id: string): string
  /** Runs `work` with `Page()` and `Component()` meaning those of one file. */
  registering(registrars: Registrars, work: () => void): void
}

function joinPath(from: string, id: string): string {
  const parts = id.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of id.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** `require`, `App`, `Page` and `Component` of the built files, each run once, without the browser's globals. */
export function createModuleLoader(host: Host, Behavior: Register): ModuleLoader {
  const cache = new Map<string, { exports: unknown }>()
  // Taro calls Component() from inside its own chunk, so the names must look up the file at call time.
  let current: Registrars | undefined
  const registrar =
    (name: 'Page' | 'Component'): Register =>
    (...definition) => {
      if (!current) throw new Error(`${name}() called outside a page or component file`)
      return current[name](...definition)
    }
  const shared: Fields = {
    wx: host.wx,
    console: host.window.console,
    App: (hooks: Hooks) => {
      host.app = hooks
    },
    getApp: () => host.app,
    getCurrentPages: () => host.pages.callers(),
    Page: registrar('Page'),
    Component: registrar('Component'),
    Behavior: (...definition: unknown[]) => (current?.Behavior ?? Behavior)(...definition),
  }
  const bare = createBareGlobal(host.window, { wx: host.wx, console: host.window.console })

  const resolve = (from: string, id: string): string => {
    const path = joinPath(from, id)
    const found = [path, `${path}.js`, `${path}/index.js`].find((name) => name in host.bundle.js)
    if (!found) throw new Error(`module '${path}.js' is not defined, require args is '${id}'`)
    return found
  }

  const load = (file: string): unknown => {
    const known = cache.get(file)
    if (known) return known.exports
    const module: { exports: unknown } = { exports: {} }
    cache.set(file, module)
    const given: Fields = {
      ...shared,
      require: (id: string) => load(resolve(file, id)),
      module,
      exports: module.exports,
      globalThis: bare,
      Function: bare.Function,
    }
    const names = Object.keys(given)
    const parameters = [...names, ...hiddenNames(names)].join(',')
    const source = `(function(${parameters}){${host.bundle.js[file]}\n})\n//# sourceURL=weapp:///${file}`
    const run = host.evaluate(source) as (...values: unknown[]) => void
    run.apply(undefined, Object.values(given))
    return module.exports
  }

  const registering = (registrars: Registrars, work: () => void) => {
    const outer = current
    current = registrars
    try {
      work()
    } finally {
      current = outer
    }
  }

  return { load, resolve, registering }
}
