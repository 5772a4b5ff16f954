import type { Fields, Host } from './host-types'

interface Updatable {
  setData(data: unknown, callback?: () => void): void
}

/** Sends every page update through JSON, as WeChat does, and puts its size on record. */
export function measureSetData(host: Host, caller: Updatable, route: string, isOpen: () => boolean) {
  const original = caller.setData
  const encoder = new TextEncoder()
  caller.setData = function setData(this: Updatable, data, callback) {
    if (!isOpen()) return
    const text = JSON.stringify(data, (key, value: unknown) => {
      if (typeof value === 'function') host.record.errors.push(`setData of a function at ${key} on ${route}`)
      return value
    })
    host.record.setData.push({ route, bytes: encoder.encode(text).length })
    original.call(this, JSON.parse(text) as Fields, callback)
  }
}
