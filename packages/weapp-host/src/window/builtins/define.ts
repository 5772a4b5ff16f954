import { type CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter'
import type { Fields } from '../../shared/types'
import type { Host } from '../host-types'
import { type Behavior, type Builtin, isOn, registerBuiltin } from './registry'

/** Definition of a built-in component. */
export interface BuiltinKind {
  name: string
  /** Names of its properties beside the common ones, separated by white space. */
  properties?: string
  mount?: (self: Builtin, host: Host) => Behavior
}

const COMMON =
  'name hoverClass hoverStopPropagation hoverStartTime hoverStayTime animation ariaLabel ariaRole hidden'
const words = (text: string) => text.split(/\s+/).filter(Boolean)

interface Instance {
  data: Fields
  _$: glassEasel.GeneralComponent
}

function createBuiltin(name: string, instance: Instance): Builtin {
  const element = instance._$.getBackendElement() as unknown as HTMLElement
  const get = (property: string) => instance.data[property]
  return {
    name,
    element,
    behavior: {},
    get,
    is: (property) => isOn(get(property)),
    text: (property) => String(get(property) ?? ''),
    number: (property, fallback) => {
      const value = get(property)
      return value === undefined || value === null || value === '' ? fallback : Number(value)
    },
    fire: (type, detail = {}) =>
      glassEasel.Event.dispatchEvent(
        instance._$,
        new glassEasel.Event(type, detail, { bubbles: false, composed: false }),
      ),
  }
}

const watchHidden = (element: HTMLElement) => (value: unknown) =>
  isOn(value) ? element.setAttribute('hidden', '') : element.removeAttribute('hidden')

/** Maps a WeChat accessibility property to the ARIA attribute of the same meaning. */
const watchAria = (element: HTMLElement, attribute: string) => (value: unknown) =>
  isOn(value) ? element.setAttribute(attribute, String(value)) : element.removeAttribute(attribute)

/** Runs the built-in's `mount` when its element enters the document, and passes the present property values to its watchers. */
function mountBuiltin(host: Host, kind: BuiltinKind, builtin: Builtin, data: Fields) {
  builtin.behavior = kind.mount?.(builtin, host) ?? {}
  builtin.behavior.watch = {
    hidden: watchHidden(builtin.element),
    ariaLabel: watchAria(builtin.element, 'aria-label'),
    ariaRole: watchAria(builtin.element, 'role'),
    ...builtin.behavior.watch,
  }
  for (const [name, watch] of Object.entries(builtin.behavior.watch)) watch(data[name])
}

/** Creates the observers of the properties and the lifetimes of a built-in, which share its instances. */
function createHooks(host: Host, kind: BuiltinKind, properties: readonly string[]) {
  const builtins = new WeakMap<object, Builtin>()
  const attached = new WeakSet<object>()
  const observers = Object.fromEntries(
    properties.map((name) => [
      name,
      function observe(this: Instance, value: unknown) {
        if (attached.has(this)) builtins.get(this)?.behavior.watch?.[name]?.(value)
      },
    ]),
  )
  const lifetimes = {
    created(this: Instance) {
      const builtin = createBuiltin(kind.name, this)
      builtins.set(this, builtin)
      registerBuiltin(builtin)
    },
    attached(this: Instance) {
      const builtin = builtins.get(this)
      if (!builtin) return
      attached.add(this)
      mountBuiltin(host, kind, builtin, this.data)
    },
    detached(this: Instance) {
      builtins.get(this)?.behavior.detached?.()
    },
  }
  return { observers, lifetimes }
}

/** Registers a built-in. The returned definition is registered in the app's component space as well. */
export function defineBuiltin(
  host: Host,
  space: CodeSpace,
  kind: BuiltinKind,
): glassEasel.GeneralComponentDefinition {
  const names = [...words(COMMON), ...words(kind.properties ?? '')]
  const properties = Object.fromEntries(names.map((name) => [name, null]))
  const definition = { properties, ...createHooks(host, kind, names) }
  const type = space.component(`wx:/${kind.name}`).definition(definition).register()
  const general = (type as unknown as { _$: glassEasel.GeneralComponentDefinition })._$
  space.getComponentSpace().setGlobalUsingComponent(kind.name, general)
  return general
}
