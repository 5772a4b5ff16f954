/** What a kind of built-in does; made once for every element. */
export interface Behaviour {
  /** Called with a property's value when attached and whenever it changes. */
  watch?: Record<string, (value: unknown) => void>
  /** The built-in's own action on a tap, after the app's handlers; answering false leaves it to an outer built-in. */
  tap?: () => unknown
  /** What a form submits for it. */
  value?: () => unknown
  /** Back to what the app's properties say, when its form is reset. */
  reset?: () => void
  /** Only a form has it: collects values and fires `submit`. */
  submit?: (buttonId: string) => void
  /** For a checkbox or radio: whether it is on, and a way to turn it. */
  checked?: { get(): boolean; set(on: boolean): void }
  detached?: () => void
}

/** One built-in element of the open pages. */
export interface Builtin {
  name: string
  element: HTMLElement
  behaviour: Behaviour
  get(property: string): unknown
  is(property: string): boolean
  text(property: string): string
  number(property: string, fallback: number): number
  fire(type: string, detail?: unknown): void
}

const builtins = new WeakMap<Node, Builtin>()

export const remember = (builtin: Builtin) => builtins.set(builtin.element, builtin)

export const builtinAt = (node: Node | null | undefined) => (node ? builtins.get(node) : undefined)

/** The built-ins a node is in, innermost first. It walks the DOM, so Taro's nested components are no wall. */
export function builtinsAround(node: Node | null): Builtin[] {
  const found: Builtin[] = []
  for (let current = node; current; current = current.parentNode) {
    const builtin = builtins.get(current)
    if (builtin) found.push(builtin)
  }
  return found
}

export const enclosing = (builtin: Builtin, name: string) =>
  builtinsAround(builtin.element.parentNode).find((outer) => outer.name === name)

export function within(builtin: Builtin, names: readonly string[]): Builtin[] {
  return [...builtin.element.querySelectorAll('*')].flatMap((element) => {
    const inner = builtins.get(element)
    return inner && names.includes(inner.name) ? [inner] : []
  })
}

export const isOn = (value: unknown) =>
  value !== undefined && value !== null && value !== false && value !== '' && value !== 'false'
