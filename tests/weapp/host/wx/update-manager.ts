import type { WxTarget } from './api'

/** Tells of a new version of the app, where one was downloaded; applying it is on record. */
export function addUpdateManager({ sync, host }: WxTarget) {
  const { updated } = host.settings
  sync('getUpdateManager', () => ({
    onCheckForUpdate: (listener: (found: object) => void) => listener({ hasUpdate: updated }),
    onUpdateReady: (listener: () => void) => updated && setTimeout(listener),
    onUpdateFailed: () => undefined,
    applyUpdate: () => host.record.calls.push({ api: 'applyUpdate', options: null }),
  }))
}
