import type { Host } from '../host-types'
import type { WxTarget } from './api'

type Listener = (value: unknown) => void

const EVENTS =
  `AppShow AppHide Error UnhandledRejection PageNotFound ThemeChange NetworkStatusChange WindowResize
  KeyboardHeightChange MemoryWarning UserCaptureScreen AppRoute AppRouteDone LocationChange AccelerometerChange
  CompassChange AudioInterruptionBegin AudioInterruptionEnd LazyLoadError`.split(/\s+/)

const heard = new WeakMap<Host, Map<string, Listener[]>>()

function listenersOf(host: Host): Map<string, Listener[]> {
  const known = heard.get(host)
  if (known) return known
  const listeners = new Map<string, Listener[]>()
  heard.set(host, listeners)
  return listeners
}

export const emitter = (host: Host) => (event: string, value: unknown) => {
  for (const listener of listenersOf(host).get(event) ?? []) listener(value)
}

export function addEvents({ wx, host }: WxTarget) {
  const listeners = listenersOf(host)
  for (const event of EVENTS) {
    wx[`on${event}`] = (listener: Listener) =>
      listeners.set(event, [...(listeners.get(event) ?? []), listener])
    wx[`off${event}`] = (listener?: Listener) =>
      listeners.set(event, listener ? (listeners.get(event) ?? []).filter((known) => known !== listener) : [])
  }
}
