import type { Host } from '../host-types'
import type { WxTarget } from './api'

type Listener = (value: unknown) => void

const EVENTS =
  `AppShow AppHide Error UnhandledRejection PageNotFound ThemeChange NetworkStatusChange WindowResize
  KeyboardHeightChange MemoryWarning UserCaptureScreen AppRoute AppRouteDone LocationChange AccelerometerChange
  CompassChange AudioInterruptionBegin AudioInterruptionEnd LazyLoadError`.split(/\s+/)

const listenersByHost = new WeakMap<Host, Map<string, Listener[]>>()

function listenersOf(host: Host): Map<string, Listener[]> {
  const existing = listenersByHost.get(host)
  if (existing) return existing
  const listeners = new Map<string, Listener[]>()
  listenersByHost.set(host, listeners)
  return listeners
}

export const createEmitter = (host: Host) => (event: string, value: unknown) => {
  for (const listener of listenersOf(host).get(event) ?? []) listener(value)
}

export function addEvents({ wx, host }: WxTarget) {
  const listeners = listenersOf(host)
  for (const event of EVENTS) {
    wx[`on${event}`] = (listener: Listener) =>
      listeners.set(event, [...(listeners.get(event) ?? []), listener])
    wx[`off${event}`] = (listener?: Listener) =>
      listeners.set(event, listener ? (listeners.get(event) ?? []).filter((other) => other !== listener) : [])
  }
}
