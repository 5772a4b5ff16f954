import Taro from '@tarojs/taro'

/** Copies text; WeChat says so itself. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}
