import Taro from '@tarojs/taro'
import type { RandomBytes } from './device-types'

const POOL = 4096
let pool = new Uint8Array(0)
let used = 0

/**
 * WeChat hands random bytes over later, so a pool is kept; until it is filled ids take from Math.random, as they do in base
 * libraries before 2.15.0, which have no such call.
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
