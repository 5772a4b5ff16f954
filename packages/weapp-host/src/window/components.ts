import { glassEasel, MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter'
import { allPages } from '../shared/app-config'
import type { Fields } from '../shared/types'
import { adaptDefinition } from './adapt-definition'
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
  /** Does the same for all pages. A page that cannot be loaded is recorded as an error, and the others open. */
  registerAll(pages: readonly string[]): void
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

/** What WXS has in the place of `new RegExp` and `new Date`. */
const WXS_FUNCTIONS = {
  getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
  getDate: (...parts: unknown[]) => Reflect.construct(Date, parts) as Date,
}

const isPlugin = (path: string) => path.startsWith('plugin')

/** Path of the component that `used` means in the file `from`, without an extension. */
const componentPath = (loader: ModuleLoader, from: string, used: string) =>
  loader.resolve(from, used).replace(/\.js$/, '')

/** The components that a page or component may use, by tag. Those of the app are named from its folder. */
function usedComponents({ bundle }: Host, loader: ModuleLoader, path: string): Record<string, string> {
  const absolute = (from: string, components: Record<string, string> = {}) =>
    Object.entries(components)
      .filter(([, used]) => !isPlugin(used))
      .map(([tag, used]) => [tag, `/${componentPath(loader, from, used)}`])
  return Object.fromEntries([
    ...absolute('app', bundle.app.usingComponents),
    ...absolute(path, bundle.json[path]?.usingComponents),
  ])
}

function addCompiledTemplates(host: Host, code: CodeSpace) {
  type Groups = Record<string, unknown>
  const scope = `(function(${Object.keys(WXS_FUNCTIONS)}){return ${host.bundle.templates}\n})`
  const create = host.evaluate(scope) as (...functions: unknown[]) => Groups
  const groupList = create(...Object.values(WXS_FUNCTIONS))
  for (const [path, content] of Object.entries(groupList))
    code.addCompiledTemplate(path, { groupList, content } as glassEasel.template.ComponentTemplate)
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
  addCompiledTemplates(host, code)

  const registrarsOf = (path: string): Registrars => {
    const found = code.componentEnv(path, (registrars) => registrars as unknown as Registrars)
    return {
      ...found,
      Component: (definition) =>
        found.Component(withMeasuredUpdates(host, adaptDefinition(definition as Fields))),
      Behavior: (definition) => found.Behavior(adaptDefinition(definition as Fields)),
    }
  }
  const loader = createModuleLoader(host, registrarsOf('app').Behavior)

  const registered = new Set<string>()
  const register = (path: string) => {
    if (registered.has(path)) return
    registered.add(path)
    try {
      load(path)
    } catch (error) {
      // opening the page throws it again
      registered.delete(path)
      throw error
    }
  }

  const load = (path: string) => {
    const usingComponents = usedComponents(host, loader, path)
    const config = { ...host.bundle.json[path], usingComponents }
    code.addComponentStaticConfig(path, config as Parameters<CodeSpace['addComponentStaticConfig']>[1])
    for (const dependency of Object.values(usingComponents)) register(dependency.slice(1))
    loader.withRegistrars(registrarsOf(path), () => loader.load(`${path}.js`))
  }

  return {
    loader,
    register,
    registerAll(pages) {
      for (const page of pages) {
        try {
          register(page)
        } catch (error) {
          host.fail(error)
        }
      }
    },
    createPage: (route) => {
      if (!allPages(host.bundle.app).includes(route)) throw new Error(`page "${route}" is not found`)
      register(route)
      return associated.createRoot('page', code, `/${route}`)
    },
  }
}
