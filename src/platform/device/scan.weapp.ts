import Taro from '@tarojs/taro'
import type { ScanResult } from './device-types'
import { isCancel, wechatErrorMessage } from './wechat'

/** True if codes are scanned live with the camera; else the user chooses a picture of the code. */
export const canScanLive: boolean = true

/** Scans a code with the camera or from the album. */
export async function scanCode(): Promise<ScanResult> {
  try {
    return { kind: 'read', text: (await Taro.scanCode({ scanType: ['qrCode'] })).result }
  } catch (error) {
    return { kind: isCancel(wechatErrorMessage(error)) ? 'cancelled' : 'none' }
  }
}
