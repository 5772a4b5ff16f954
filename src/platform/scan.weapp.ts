import Taro from '@tarojs/taro'
import type { Scanned } from './scanned'
import { isCancel, saysOf } from './wechat-errors'

/** Whether the camera reads codes by itself here; elsewhere a picture of the code is chosen. */
export const scansLive: boolean = true

/** Reads a code by camera or from the album. */
export async function scanCode(): Promise<Scanned> {
  try {
    return { kind: 'read', text: (await Taro.scanCode({ scanType: ['qrCode'] })).result }
  } catch (error) {
    return { kind: isCancel(saysOf(error)) ? 'cancelled' : 'none' }
  }
}
