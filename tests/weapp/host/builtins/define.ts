import { type CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter'
import type { Fields, Host } from '../host-types'
import { type Behaviour, type Builtin, isOn, remember } from './registry'

/** A kind of built-in: its properties beside the common ones, and what it does. */
export interface BuiltinKind {
  name: string
  properties?: string
  mount?: (self: Builtin, host: Host) => Behaviour
}

const COMMON =
  'name hoverClass hoverStopPropagation hoverStartTime hoverStayTime animation ariaLabel ariaRole hidden'
const words = (text: string) => text.split(/\s+/).filter(Boolean)

interface Caller {
  data: Fields
  _$: glassEasel.GeneralComponent
}

function createBuiltin(name: string, caller: Caller): Builtin {
  const element = caller._$.getBackendElement() as unknown as HTMLElement
  const get = (property: string) => caller.data[property]
  return {
    name,
    element,
    behaviour: {},
    get,
    is: (property) => isOn(get(property)),
    text: (property) => String(get(property) ?? ''),
    number: (property, fallback) => {
      const value = get(property)
      return value === undefined || value === null || value === '' ? fallback : Number(value)
    },
    fire: (type, detail = {}) =>
      glassEasel.Event.dispatchEvent(
        caller._$,
        new glassEasel.Event(type, detail, { bubbles: false, composed: false }),
      ),
  }
}

const watchHidden = (element: HTMLElement) => (value: unknown) =>
  isOn(value) ? element.setAttribute('hidden', '') : element.removeAttribute('hidden')

/** What WeChat reads aloud is what a browser reads aloud under another name. */
const watchAria = (element: HTMLElement, attribute: string) => (value: unknown) =>
  isOn(value) ? element.setAttribute(attribute, String(value)) : element.removeAttribute(attribute)

/** Registers one built-in and answers its definition, to be known in the app's own space too. */
export function defineBuiltin(
  host: Host,
  space: CodeSpace,
  kind: BuiltinKind,
): glassEasel.GeneralComponentDefinition {
  const names = [...words(COMMON), ...words(kind.properties ?? '')]
  const alive = new WeakMap<object, Builtin>()
  const attached = new WeakSet<object>()
  const observers = Object.fromEntries(
    names.map((name) => [
      name,
      function observe(this: Caller, value: unknown) {
        if (attached.has(this)) alive.get(this)?.behaviour.watch?.[name]?.(value)
      },
    ]),
  )
  const lifetimes = {
    created(this: Caller) {
      const builtin = createBuiltin(kind.name, this)
      alive.set(this, builtin)
      remember(builtin)
    },
    attached(this: Caller) {
      const builtin = alive.get(this)
      if (!builtin) return
      builtin.behaviour = kind.mount?.(builtin, host) ?? {}
      builtin.behaviour.watch = {
        hidden: watchHidden(builtin.element),
        ariaLabel: watchAria(builtin.element, 'aria-label'),
        ariaRole: watchAria(builtin.element, 'role'),
        ...builtin.behaviour.watch,
      }
      attached.add(this)
      for (const [name, watch] of Object.entries(builtin.behaviour.watch)) watch(this.data[name])
    },
    detached(this: Caller) {
      alive.get(this)?.behaviour.detached?.()
    },
  }
  const properties = Object.fromEntries(names.map((name) => [name, null]))
  const type = space.component(`wx:/${kind.name}`).definition({ properties, observers, lifetimes }).register()
  const definition = (type as unknown as { _$: glassEasel.GeneralComponentDefinition })._$
  space.getComponentSpace().setGlobalUsingComponent(kind.name, definition)
  return definition
}
