import { glassEasel, MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter'
import { allPages } from '../shared/app-config'
import type { Fields } from '../shared/types'
import { defineBuiltins } from './builtins'
import { DomBackend } from './dom-backend'
import type { Host } from './host-types'
import { createModuleLoader, type ModuleLoader, type Registrars } from './module-loader'
import { measureSetData } from './set-data'
import { listenToTouches } from './touch-events'

export interface Components {
  loader: ModuleLoader
  /** Loads the file of a page or component after those of the components it uses. */
  register(path: string): void
  createPage(route: string): Root
}

const IGNORED_WARNING = /type-incompatible value: expected <\w+> but get (null|undefined)/

function recordFrameworkErrors(host: Host) {
  glassEasel.globalOptions.throwGlobalError = false
  glassEasel.addGlobalErrorListener((error) => {
    host.fail(error)
    return false
  })
  glassEasel.addGlobalWarningListener((message) => {
    const text = String(message)
    if (!IGNORED_WARNING.test(text)) host.record.logs.push({ level: 'warn', text })
    return false
  })
}

type CodeSpace = ReturnType<MiniProgramEnv['createCodeSpace']>
type PrepareOptions = (...input: unknown[]) => [glassEasel.ComponentOptions, unknown]

/** Writes element ids to the DOM unchanged, so that a test can select `#id`. */
function preserveElementIds(code: CodeSpace) {
  const open = code as unknown as { prepareComponentOptions: PrepareOptions }
  const prepare = open.prepareComponentOptions.bind(code)
  open.prepareComponentOptions = (...input) => {
    const [options, isolation] = prepare(...input)
    return [{ ...options, idPrefixGenerator: null, writeIdToDOM: true }, isolation]
  }
}

function addCompiledFiles(host: Host, code: CodeSpace) {
  type Groups = Record<string, unknown>
  const groupList = host.evaluate(host.bundle.templates) as Groups
  for (const [path, content] of Object.entries(groupList))
    code.addCompiledTemplate(path, { groupList, content } as glassEasel.template.ComponentTemplate)
  for (const [path, json] of Object.entries(host.bundle.json)) {
    const usingComponents = { ...host.bundle.app.usingComponents, ...json.usingComponents }
    code.addComponentStaticConfig(path, { ...json, usingComponents } as Parameters<
      CodeSpace['addComponentStaticConfig']
    >[1])
  }
}

/** Records the updates of a component under the route of the page on top. */
function withMeasuredUpdates(host: Host, definition: Fields): Fields {
  const { attached } = definition
  if (typeof attached !== 'function') return definition
  return {
    ...definition,
    attached(this: Parameters<typeof measureSetData>[1]) {
      measureSetData(host, this, host.pages.top().route, () => true)
      attached.call(this)
    },
  }
}

/** Sets up glass-easel, WeChat's own component framework, for one app. */
export function createComponents(host: Host): Components {
  recordFrameworkErrors(host)
  const env = new MiniProgramEnv()
  const backend = new DomBackend(host.window)
  listenToTouches(host, backend)
  const builtins = defineBuiltins(host, env.getGlobalCodeSpace())
  const associated = env.associateBackend(backend)
  const code = env.createCodeSpace('', true)
  for (const [tag, definition] of builtins) code.getComponentSpace().setGlobalUsingComponent(tag, definition)
  preserveElementIds(code)
  addCompiledFiles(host, code)

  const registrarsOf = (path: string): Registrars => {
    const found = code.componentEnv(path, (registrars) => registrars as unknown as Registrars)
    const register = (definition: unknown) => found.Component(withMeasuredUpdates(host, definition as Fields))
    return { ...found, Component: register }
  }
  const loader = createModuleLoader(host, registrarsOf('app').Behavior)

  const registered = new Set<string>()
  const register = (path: string) => {
    if (registered.has(path)) return
    registered.add(path)
    const used = { ...host.bundle.app.usingComponents, ...host.bundle.json[path]?.usingComponents }
    for (const dependency of Object.values(used))
      if (!dependency.startsWith('plugin')) register(loader.resolve(path, dependency).replace(/\.js$/, ''))
    loader.withRegistrars(registrarsOf(path), () => loader.load(`${path}.js`))
  }

  return {
    loader,
    register,
    createPage: (route) => {
      if (!allPages(host.bundle.app).includes(route)) throw new Error(`page "${route}" is not found`)
      register(route)
      return associated.createRoot('page', code, `/${route}`)
    },
  }
}
