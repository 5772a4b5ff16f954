import Taro from '@tarojs/taro'

/** Persistent key-value storage for small JSON values. Never throws, even if storage is full or forbidden. */
export const storage = {
  get<T>(key: string): T | null {
    try {
      const value = Taro.getStorageSync(key) as T | ''
      return value === '' || value === undefined ? null : value
    } catch {
      return null
    }
  },
  set(key: string, value: unknown): boolean {
    try {
      Taro.setStorageSync(key, value)
      return true
    } catch {
      return false
    }
  },
  remove(key: string): void {
    try {
      Taro.removeStorageSync(key)
    } catch {
      // storage is forbidden, so nothing was stored
    }
  },
}
