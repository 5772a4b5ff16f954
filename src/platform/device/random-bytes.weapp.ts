import Taro from '@tarojs/taro'
import type { RandomBytes } from './device-types'

const POOL = 4096
let pool = new Uint8Array(0)
let used = 0

/**
 * WeChat returns random bytes asynchronously, so a pool is filled in advance. While it is empty, and in base libraries
 * before 2.15.0, which lack the API, `Math.random` is used.
 */
function refill() {
  Taro.getRandomValues?.({
    length: POOL,
    success: (res: { randomValues: ArrayBuffer }) => {
      pool = new Uint8Array(res.randomValues)
      used = 0
    },
    fail: () => undefined,
  } as never)
}

refill()

export const randomBytes: RandomBytes = (length) => {
  if (pool.length - used < length) {
    refill()
    return Uint8Array.from({ length }, () => Math.floor(Math.random() * 256))
  }
  used += length
  return pool.slice(used - length, used)
}
