import type { WxTarget } from './api'

interface Key {
  key: string
}

const KB = 1024
const MAX_VALUE_BYTES = 1024 * KB
const LIMIT_KB = 10240

const sizeOf = (text: string) => new TextEncoder().encode(text).length

const encode = (value: unknown) => JSON.stringify(value === undefined ? { type: 'undefined' } : { value })
const decode = (text: string): unknown => (JSON.parse(text) as { value?: unknown }).value

/** Storage. Values pass through JSON and survive a relaunch. */
export function addStorage({ api, sync, host }: WxTarget) {
  const { storage } = host.device
  /** Bytes of all entries but the one that will be replaced. */
  const bytesWithout = (replaced: string) =>
    [...storage].reduce((sum, [key, text]) => (key === replaced ? sum : sum + sizeOf(key + text)), 0)
  const set = (key: string, value: unknown) => {
    if (!key) throw new Error('key is empty')
    const text = encode(value)
    if (sizeOf(text) > MAX_VALUE_BYTES) throw new Error('entry size limit reached')
    if (bytesWithout(key) + sizeOf(key + text) > LIMIT_KB * KB)
      throw new Error('exceed storage max size 10Mb')
    storage.set(key, text)
  }
  const setSync = (key: string, value: unknown) => {
    try {
      set(key, value)
    } catch (error) {
      throw new Error(`setStorageSync:fail ${(error as Error).message}`)
    }
  }
  const get = (key: string) => {
    const text = storage.get(key)
    return text === undefined ? '' : decode(text)
  }
  const info = () => {
    return { keys: [...storage.keys()], currentSize: Math.ceil(bytesWithout('') / KB), limitSize: LIMIT_KB }
  }
  sync('setStorageSync', setSync)
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
