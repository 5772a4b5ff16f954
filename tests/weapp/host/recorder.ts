import type { Fields, Share } from './host-types'

export interface RequestRecord {
  api: 'request' | 'uploadFile' | 'downloadFile' | 'image'
  method: string
  url: string
  origin: string
}

export interface SetDataRecord {
  route: string
  bytes: number
}

/** What happened so far, for assertions. All of it is plain JSON. */
export interface Recorder {
  errors: string[]
  requests: RequestRecord[]
  calls: { api: string; options: unknown }[]
  toasts: string[]
  logs: { level: string; text: string }[]
  setData: SetDataRecord[]
  shares: Share[]
  /** Names the app looked up on `wx` that this host does not have. */
  missing: string[]
}

export interface SetDataStats {
  count: number
  bytes: number
  max: number
  /** Size of the first update of the page opened last. */
  first: number
}

export function createRecorder(): Recorder {
  return { errors: [], requests: [], calls: [], toasts: [], logs: [], setData: [], shares: [], missing: [] }
}

/** Bytes of UTF-8 JSON that crossed from logic to view, as WeChat counts them. */
export function setDataStats(updates: SetDataRecord[], firstAt = 0): SetDataStats {
  const sizes = updates.map((update) => update.bytes)
  return {
    count: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    max: Math.max(0, ...sizes),
    first: sizes[firstAt] ?? 0,
  }
}

export function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/?#]+/i.exec(url)?.[0].toLowerCase() ?? ''
}

/** A copy of an option object that can leave the page: callbacks are dropped, bytes become their count. */
export function plain(value: unknown): unknown {
  const seen = new Set<object>()
  try {
    return JSON.parse(
      JSON.stringify(value ?? null, (_key, item: unknown) => {
        if (item instanceof ArrayBuffer) return `<${item.byteLength} bytes>`
        if (typeof item === 'object' && item !== null) {
          if ('nodeType' in item || seen.has(item)) return undefined
          seen.add(item)
        }
        return item
      }),
    )
  } catch {
    return String(value)
  }
}

export function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}
