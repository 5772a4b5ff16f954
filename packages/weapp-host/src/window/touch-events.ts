import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { builtinsAround } from './builtins/registry'
import type { DomBackend } from './dom-backend'
import type { Host } from './host-types'

type Target = glassEasel.Element
const LONG_PRESS_MS = 350

interface Point {
  identifier?: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
}

const createTouch = (point: Point) => ({
  identifier: point.identifier ?? 0,
  pageX: point.pageX,
  pageY: point.pageY,
  clientX: point.clientX,
  clientY: point.clientY,
  force: 1,
})

function touchesOf(event: unknown) {
  const source = event as { touches?: Iterable<Point>; changedTouches?: Iterable<Point> } & Point
  if (source?.changedTouches)
    return {
      touches: [...(source.touches ?? [])].map(createTouch),
      changedTouches: [...source.changedTouches].map(createTouch),
    }
  const one = createTouch(source ?? { pageX: 0, pageY: 0, clientX: 0, clientY: 0 })
  return { touches: [one], changedTouches: [one] }
}

function dispatch(target: Target, type: string, detail: unknown, options: glassEasel.EventOptions) {
  const extraFields = { ...options.extraFields, ...touchesOf(options.originalEvent) }
  const event = new glassEasel.Event(type, detail, { ...options, extraFields })
  glassEasel.Event.dispatchEvent(target, event)
  return event.getEventBubbleStatus()
}

const wxElementAt = (node: Node | null): (Node & { __wxElement?: Target }) | null => {
  let current = node as (Node & { __wxElement?: Target }) | null
  while (current && !current.__wxElement) current = current.parentNode
  return current
}

/** Dispatches `longpress` when a touch stays, if something listens to it. As in WeChat no tap follows. */
function detectLongPress(host: Host, backend: DomBackend) {
  let isLongPress = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const press = (event: Event) => {
    isLongPress = false
    clearTimeout(timer)
    const start = wxElementAt(event.target as Node)
    if (!start?.__wxElement) return
    const target = start.__wxElement
    timer = setTimeout(() => {
      let isObserved = false
      for (let node: Node | null = start; node; node = node.parentNode)
        isObserved ||= backend.listensToLongPress(node)
      if (!isObserved) return
      isLongPress = true
      dispatch(target, 'longpress', {}, { originalEvent: event, bubbles: true, composed: true })
    }, LONG_PRESS_MS)
  }
  const { body } = host.window.document
  for (const type of ['touchstart', 'mousedown']) body.addEventListener(type, press, true)
  for (const type of ['touchend', 'touchcancel', 'mouseup', 'touchmove'])
    body.addEventListener(type, () => clearTimeout(timer), true)

  return {
    /** Returns whether the touch that ends was a long press, and forgets it. */
    consume() {
      const wasLongPress = isLongPress
      isLongPress = false
      return wasLongPress
    },
  }
}

/** Dispatches taps, touches and long presses to the app, and runs the action of a built-in after its tap has bubbled. */
export function listenToTouches(host: Host, backend: DomBackend) {
  const longPress = detectLongPress(host, backend)

  const onTap = (target: Target, detail: unknown, options: glassEasel.EventOptions) => {
    if (longPress.consume()) return
    const chain = builtinsAround(target.getBackendElement() as unknown as Node)
    if (chain.some((builtin) => builtin.name === 'button' && builtin.is('disabled'))) return
    const status = dispatch(target, 'tap', detail, { ...options, bubbles: true, composed: true })
    try {
      chain.some((builtin) => builtin.behavior.tap && builtin.behavior.tap() !== false)
    } catch (error) {
      host.fail(error)
    }
    return status
  }

  backend.onEvent((target, type, detail: unknown, options) =>
    type === 'tap' ? onTap(target, detail, options) : dispatch(target, type, detail, options),
  )
}
