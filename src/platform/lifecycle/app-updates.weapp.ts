import Taro from '@tarojs/taro'
import { wechatInfo } from '../device/wechat'
import type { VersionDialog, VersionWords } from './lifecycle-types'

/** The oldest supported base library, the first with off-screen canvases. Also documented in `docs/mini-program.md`. */
const MINIMUM = [2, 16, 1]

/** True if a base library version such as `2.16.1` is older than the minimum; false if unknown. */
function isOutdated(library: string | undefined): boolean {
  if (!library) return false
  const parts = library.split('.').map(Number)
  const index = MINIMUM.findIndex((part, i) => part !== (parts[i] ?? 0))
  return index >= 0 && (parts[index] ?? 0) < (MINIMUM[index] ?? 0)
}

/** Shows a native dialog and calls `onConfirm` if the user confirms. */
const confirmThen = (dialog: VersionDialog, onConfirm: () => void) =>
  void Taro.showModal(dialog)
    .then(({ confirm }) => confirm && onConfirm())
    .catch(() => undefined)

/** Offers a WeChat update if this version is too old, and an app update when one is downloaded. */
export function checkAppVersion(words: VersionWords): void {
  if (isOutdated(wechatInfo().SDKVersion)) confirmThen(words.oldWechat, () => void Taro.updateWeChatApp?.({}))
  const manager = Taro.getUpdateManager?.()
  manager?.onUpdateReady(() => confirmThen(words.newVersion, () => manager.applyUpdate()))
}

/** WeChat caches mini-programs itself. */
export const registerServiceWorker = (): void => undefined
