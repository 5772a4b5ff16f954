import Taro from '@tarojs/taro'
import type { ScanResult } from './device-types'
import { isCancel, wechatErrorMessage } from './wechat'

/** Whether the camera reads codes by itself here; elsewhere a picture of the code is chosen. */
export const canScanLive: boolean = true

/** Reads a code by camera or from the album. */
export async function scanCode(): Promise<ScanResult> {
  try {
    return { kind: 'read', text: (await Taro.scanCode({ scanType: ['qrCode'] })).result }
  } catch (error) {
    return { kind: isCancel(wechatErrorMessage(error)) ? 'cancelled' : 'none' }
  }
}
