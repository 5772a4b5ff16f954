import type { Fields } from '../shared/types'
import type { Host } from './host-types'

interface Component {
  setData(data: unknown, callback?: () => void): void
}

/** Passes every update of a page or component through JSON, as WeChat does, and records its size. */
export function measureSetData(host: Host, instance: Component, route: string, isOpen: () => boolean) {
  const original = instance.setData
  const encoder = new TextEncoder()
  instance.setData = function setData(this: Component, data, callback) {
    if (!isOpen()) return
    const text = JSON.stringify(data, (key, value: unknown) => {
      if (typeof value === 'function') host.record.errors.push(`setData of a function at ${key} on ${route}`)
      return value
    })
    host.record.setData.push({ route, bytes: encoder.encode(text).length })
    original.call(this, JSON.parse(text) as Fields, callback)
  }
}
