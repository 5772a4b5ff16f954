import type { WxTarget } from './api'

/** Reports a new version of the app if `settings.updateReady`. Applying it is recorded as the call `applyUpdate`. */
export function addUpdateManager({ sync, host }: WxTarget) {
  const { updateReady } = host.settings
  sync('getUpdateManager', () => ({
    onCheckForUpdate: (listener: (found: object) => void) => listener({ hasUpdate: updateReady }),
    onUpdateReady: (listener: () => void) => updateReady && setTimeout(listener),
    onUpdateFailed: () => undefined,
    applyUpdate: () => host.record.calls.push({ api: 'applyUpdate', options: null }),
  }))
}
