import Taro from '@tarojs/taro'

/** Small JSON that outlives the app: drafts, carts, shops visited. A full or forbidden storage never throws. */
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
      // nothing was kept
    }
  },
}
