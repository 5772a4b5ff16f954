import Taro from '@tarojs/taro'
import type { ScanResult } from './device-types'
import { isCancel, wechatErrorMessage } from './wechat'

/** True if codes are scanned live with the camera; else the user chooses a picture of the code. */
export const canScanLive: boolean = true

/** Scans a code with the camera or from the album: a QR code, or the bar code of a parcel. */
export async function scanCode(
  type: 'qrCode' | 'barCode' = 'qrCode',
  _onReading?: () => void,
): Promise<ScanResult> {
  try {
    return { kind: 'read', text: (await Taro.scanCode({ scanType: [type] })).result }
  } catch (error) {
    return { kind: isCancel(wechatErrorMessage(error)) ? 'cancelled' : 'none' }
  }
}
