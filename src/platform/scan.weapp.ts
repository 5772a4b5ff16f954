import Taro from '@tarojs/taro'

/** Reads a code by camera or from the album; `null` when nothing was read. */
export async function scanCode(): Promise<string | null> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result
  } catch {
    return null
  }
}
