/** Behavior of one built-in element. */
export interface Behavior {
  /** Called with the value of a property when the element is attached and whenever the value changes. */
  watch?: Record<string, (value: unknown) => void>
  /** Default action of a tap, after the app's handlers. Returning false passes the tap to the enclosing built-in. */
  tap?: () => unknown
  /** The value that a form submits. */
  value?: () => unknown
  /** Restores the value of the app's properties when the form is reset. */
  reset?: () => void
  /** Of a form only: collects the values and dispatches `submit`. */
  submit?: (buttonId: string) => void
  /** Of a checkbox or radio only. */
  checked?: { get(): boolean; set(isChecked: boolean): void }
  detached?: () => void
}

/** One built-in element of the open pages. */
export interface Builtin {
  name: string
  element: HTMLElement
  behavior: Behavior
  get(property: string): unknown
  /** True if WeChat treats the value of a property as true, as `isOn` defines it. */
  is(property: string): boolean
  text(property: string): string
  number(property: string, fallback: number): number
  /** Dispatches an event that does not bubble. */
  fire(type: string, detail?: unknown): void
}

const builtins = new WeakMap<Node, Builtin>()

export const registerBuiltin = (builtin: Builtin) => builtins.set(builtin.element, builtin)

export const builtinAt = (node: Node | null | undefined) => (node ? builtins.get(node) : undefined)

/** The built-ins around a node, innermost first, across component boundaries. */
export function builtinsAround(node: Node | null): Builtin[] {
  const found: Builtin[] = []
  for (let current = node; current; current = current.parentNode) {
    const builtin = builtins.get(current)
    if (builtin) found.push(builtin)
  }
  return found
}

/** The nearest enclosing built-in with this tag. */
export const findEnclosing = (builtin: Builtin, name: string) =>
  builtinsAround(builtin.element.parentNode).find((outer) => outer.name === name)

/** The built-ins with one of these tags inside a built-in, in document order. */
export function findWithin(builtin: Builtin, names: readonly string[]): Builtin[] {
  return [...builtin.element.querySelectorAll('*')].flatMap((element) => {
    const inner = builtins.get(element)
    return inner && names.includes(inner.name) ? [inner] : []
  })
}

/** True if WeChat treats a property value as true: all but undefined, null, false, `'false'` and the empty string. */
export const isOn = (value: unknown) =>
  value !== undefined && value !== null && value !== false && value !== '' && value !== 'false'
