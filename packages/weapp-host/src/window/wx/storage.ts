import type { WxTarget } from './api'

interface Key {
  key: string
}

const MAX_VALUE_BYTES = 1024 * 1024
const LIMIT_KB = 10240

const encode = (value: unknown) => JSON.stringify(value === undefined ? { type: 'undefined' } : { value })
const decode = (text: string): unknown => (JSON.parse(text) as { value?: unknown }).value

/** Storage. Values pass through JSON and survive a relaunch. */
export function addStorage({ api, sync, host }: WxTarget) {
  const { storage } = host.device
  const set = (key: string, value: unknown) => {
    if (!key) throw new Error('setStorageSync:fail key is empty')
    const text = encode(value)
    if (new TextEncoder().encode(text).length > MAX_VALUE_BYTES)
      throw new Error('setStorageSync:fail entry size limit reached')
    storage.set(key, text)
  }
  const get = (key: string) => {
    const text = storage.get(key)
    return text === undefined ? '' : decode(text)
  }
  const info = () => {
    const bytes = [...storage.values()].reduce((sum, text) => sum + text.length, 0)
    return { keys: [...storage.keys()], currentSize: Math.ceil(bytes / 1024), limitSize: LIMIT_KB }
  }
  sync('setStorageSync', set)
  sync('getStorageSync', get)
  sync('removeStorageSync', (key: string) => storage.delete(key))
  sync('clearStorageSync', () => storage.clear())
  sync('getStorageInfoSync', info)
  api<Key & { data: unknown }>('setStorage', ({ key, data }) => set(key, data))
  api<Key>('getStorage', ({ key }) => {
    if (!storage.has(key)) throw new Error('data not found')
    return { data: get(key) }
  })
  api<Key>('removeStorage', ({ key }) => {
    storage.delete(key)
  })
  api('clearStorage', () => storage.clear())
  api('getStorageInfo', info)
}
