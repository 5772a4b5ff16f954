import type { Fields } from '../shared/types'
import type { Host } from './host-types'

interface Component {
  setData(data: unknown, callback?: () => void): void
}

const KB = 1024
/** From here on an update delays phones noticeably. */
const LARGE_UPDATE = 64 * KB
/** WeChat's limit. */
const MAX_UPDATE = 1024 * KB

/** Logs an update that is slow, and records one that WeChat refuses. */
function reportSize({ record }: Host, route: string, bytes: number) {
  const text = `setData of ${Math.ceil(bytes / KB)} KB on ${route}`
  if (bytes > MAX_UPDATE) record.errors.push(`${text}: WeChat allows ${MAX_UPDATE / KB} KB`)
  else if (bytes > LARGE_UPDATE)
    record.logs.push({ level: 'warn', text: `${text}: more than ${LARGE_UPDATE / KB} KB` })
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
    const { length: bytes } = encoder.encode(text)
    host.record.setData.push({ route, bytes })
    reportSize(host, route, bytes)
    original.call(this, JSON.parse(text) as Fields, callback)
  }
}
