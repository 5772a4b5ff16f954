import type { Fields } from '../shared/types'
import type { Hooks, Host } from './host-types'
import { createSandboxGlobal, hiddenNames } from './sandbox-globals'

type Register = (...definition: unknown[]) => unknown

/** The constructors of one page or component file, which register under its path. */
export interface Registrars {
  Page: Register
  Component: Register
  Behavior: Register
}

/** Loads modules by their path in the built mini-program. */
export interface ModuleLoader {
  load(file: string): unknown
  /** Path of the `.js` file that `id` refers to in the file `from`. */
  resolve(from: string, id: string): string
  /** Runs `work` while `Page()` and `Component()` register under one file. */
  withRegistrars(registrars: Registrars, work: () => void): void
}

function joinPath(from: string, id: string): string {
  const parts = id.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of id.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** The folders in which WeChat looks for an npm package: `miniprogram_npm` beside the file and in each folder above. */
const packageFolders = (from: string) =>
  from
    .split('/')
    .map((_, depth, parts) => [...parts.slice(0, depth), 'miniprogram_npm'].join('/'))
    .reverse()

/** Path of the `.js` file that `id` refers to in the file `from`. @throws when the app has no such file, as WeChat does. */
function resolveModule({ bundle }: Host, from: string, id: string): string {
  const path = joinPath(from, id)
  const inPackages = /^[./]/.test(id) ? [] : packageFolders(from).map((folder) => `${folder}/${id}`)
  const found = [path, ...inPackages]
    .flatMap((one) => [one, `${one}.js`, `${one}/index.js`])
    .find((name) => name in bundle.js)
  if (!found) throw new Error(`module '${path}.js' is not defined, require args is '${id}'`)
  return found
}

/**
 * The globals that every module of the app sees. Frameworks such as Taro call `Component()` in a shared chunk, so the registrars
 * of the current file are looked up at call time.
 */
function createAppGlobals(host: Host, Behavior: Register, current: () => Registrars | undefined): Fields {
  const registrar =
    (name: 'Page' | 'Component'): Register =>
    (...definition) => {
      const registrars = current()
      if (!registrars) throw new Error(`${name}() called outside a page or component file`)
      return registrars[name](...definition)
    }
  return {
    wx: host.wx,
    console: host.window.console,
    App: (hooks: Hooks) => {
      host.app = hooks
    },
    getApp: () => host.app,
    getCurrentPages: () => host.pages.instances(),
    Page: registrar('Page'),
    Component: registrar('Component'),
    Behavior: (...definition: unknown[]) => (current()?.Behavior ?? Behavior)(...definition),
  }
}

/** Runs a file as the body of a function whose parameters are the names of `scope`. Hides the browser's other globals. */
function evaluateModule(host: Host, file: string, scope: Fields) {
  const names = Object.keys(scope)
  const parameters = [...names, ...hiddenNames(names)].join(',')
  const source = `(function(${parameters}){${host.bundle.js[file]}\n})\n//# sourceURL=weapp:///${file}`
  const run = host.evaluate(source) as (...values: unknown[]) => void
  run.apply(undefined, Object.values(scope))
}

/** Loads the built files as CommonJS modules, each once, with WeChat's globals instead of the browser's. */
export function createModuleLoader(host: Host, Behavior: Register): ModuleLoader {
  const cache = new Map<string, { exports: unknown }>()
  let current: Registrars | undefined
  const globals = createAppGlobals(host, Behavior, () => current)
  const sandbox = createSandboxGlobal(host.window, { wx: host.wx, console: host.window.console })
  const resolve = (from: string, id: string) => resolveModule(host, from, id)

  const load = (file: string): unknown => {
    const cached = cache.get(file)
    if (cached) return cached.exports
    const module: { exports: unknown } = { exports: {} }
    cache.set(file, module)
    evaluateModule(host, file, {
      ...globals,
      require: (id: string) => load(resolve(file, id)),
      module,
      exports: module.exports,
      globalThis: sandbox,
      global: sandbox,
      Function: sandbox.Function,
    })
    return module.exports
  }

  const withRegistrars = (registrars: Registrars, work: () => void) => {
    const outer = current
    current = registrars
    try {
      work()
    } finally {
      current = outer
    }
  }

  return { load, resolve, withRegistrars }
}
