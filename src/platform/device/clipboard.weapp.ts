import Taro from '@tarojs/taro'

/** Copies text; `false` if it failed. WeChat shows its own confirmation. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}
