import Taro from '@tarojs/taro'
import { createId, type Id } from '@/domain/id'

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

function randomBytes(length: number): Uint8Array {
  if (pool.length - used < length) {
    refill()
    return Uint8Array.from({ length }, () => Math.floor(Math.random() * 256))
  }
  used += length
  return pool.slice(used - length, used)
}

/** Creates an id for an entity created on this phone. Ids are not secrets. */
export const newId = (): Id => createId(Date.now(), randomBytes(16))
