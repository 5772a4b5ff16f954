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

/** Registers a built-in. The returned definition is registered in the app's component space as well. */
export function defineBuiltin(
  host: Host,
  space: CodeSpace,
  kind: BuiltinKind,
): glassEasel.GeneralComponentDefinition {
  const names = [...words(COMMON), ...words(kind.properties ?? '')]
  const builtins = new WeakMap<object, Builtin>()
  const attached = new WeakSet<object>()
  const observers = Object.fromEntries(
    names.map((name) => [
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
      builtin.behavior = kind.mount?.(builtin, host) ?? {}
      builtin.behavior.watch = {
        hidden: watchHidden(builtin.element),
        ariaLabel: watchAria(builtin.element, 'aria-label'),
        ariaRole: watchAria(builtin.element, 'role'),
        ...builtin.behavior.watch,
      }
      attached.add(this)
      for (const [name, watch] of Object.entries(builtin.behavior.watch)) watch(this.data[name])
    },
    detached(this: Instance) {
      builtins.get(this)?.behavior.detached?.()
    },
  }
  const properties = Object.fromEntries(names.map((name) => [name, null]))
  const type = space.component(`wx:/${kind.name}`).definition({ properties, observers, lifetimes }).register()
  const definition = (type as unknown as { _$: glassEasel.GeneralComponentDefinition })._$
  space.getComponentSpace().setGlobalUsingComponent(kind.name, definition)
  return definition
}
