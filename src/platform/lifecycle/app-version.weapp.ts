import Taro from '@tarojs/taro'
import { wechatInfo } from '../device/wechat'
import type { VersionDialog, VersionWords } from './app-version-types'

/** The oldest base library that this app is for: it draws pictures off the screen. `docs/mini-program.md` names it, too. */
const MINIMUM = [2, 16, 1]

/** Whether a base library, as `2.16.1`, is older than the minimum; one that does not say its version is not. */
function isOld(library: string | undefined): boolean {
  if (!library) return false
  const parts = library.split('.').map(Number)
  const at = MINIMUM.findIndex((part, index) => part !== (parts[index] ?? 0))
  return at >= 0 && (parts[at] ?? 0) < (MINIMUM[at] ?? 0)
}

/** Asks by WeChat's own dialog, and acts when people agree. */
const ask = (dialog: VersionDialog, act: () => void) =>
  void Taro.showModal(dialog)
    .then(({ confirm }) => confirm && act())
    .catch(() => undefined)

/** Offers a new WeChat where this one is too old, and a new version of this app as soon as it is there. */
export function checkAppVersion(words: VersionWords): void {
  if (isOld(wechatInfo().SDKVersion)) ask(words.oldWechat, () => void Taro.updateWeChatApp?.({}))
  const manager = Taro.getUpdateManager?.()
  manager?.onUpdateReady(() => ask(words.newVersion, () => manager.applyUpdate()))
}
