import type { Fields, Share } from './types'

export interface RequestRecord {
  api: 'request' | 'uploadFile' | 'downloadFile' | 'connectSocket' | 'image'
  method: string
  url: string
  origin: string
}

export interface CallRecord {
  /** Name of the API without `wx.`; `openType:<type>` for a button's `open-type`. */
  api: string
  /** The options without callbacks; for a synchronous API, the list of its arguments. */
  options: unknown
}

export interface SetDataRecord {
  route: string
  /** Size of the update as UTF-8 JSON. */
  bytes: number
}

/** Everything the host has recorded, as plain JSON. */
export interface HostRecord {
  /** Uncaught errors, and uses that WeChat would refuse. */
  errors: string[]
  requests: RequestRecord[]
  calls: CallRecord[]
  toasts: string[]
  /** Warnings of the component framework, and updates that are slow. */
  logs: { level: string; text: string }[]
  setData: SetDataRecord[]
  shares: Share[]
  /** Names that the app read from `wx` and that the host does not implement. */
  missing: string[]
}

/** Sizes in bytes. */
export interface SetDataStats {
  count: number
  bytes: number
  max: number
  /** Size of the first update. */
  first: number
}

export function createRecord(): HostRecord {
  return { errors: [], requests: [], calls: [], toasts: [], logs: [], setData: [], shares: [], missing: [] }
}

/** Joins records, the oldest first. */
export function mergeRecords(records: HostRecord[]): HostRecord {
  const merged = createRecord()
  for (const record of records) {
    merged.errors.push(...record.errors)
    merged.requests.push(...record.requests)
    merged.calls.push(...record.calls)
    merged.toasts.push(...record.toasts)
    merged.logs.push(...record.logs)
    merged.setData.push(...record.setData)
    merged.shares.push(...record.shares)
    merged.missing.push(...record.missing)
  }
  return merged
}

export function summarizeSetData(updates: SetDataRecord[]): SetDataStats {
  const sizes = updates.map((update) => update.bytes)
  return {
    count: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    max: Math.max(0, ...sizes),
    first: sizes[0] ?? 0,
  }
}

/** The origin of a URL in lower case; empty if the URL has none. */
export function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/?#]+/i.exec(url)?.[0].toLowerCase() ?? ''
}

/** A JSON copy of API options: callbacks are dropped, and bytes are replaced by their count. */
export function toPlainJson(value: unknown): unknown {
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
