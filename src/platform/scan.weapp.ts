import Taro from '@tarojs/taro'

/** Whether the camera reads codes by itself here; elsewhere a picture of the code is chosen. */
export const scansLive: boolean = true

/** Reads a code by camera or from the album; `null` when nothing was read. */
export async function scanCode(): Promise<string | null> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result
  } catch {
    return null
  }
}
