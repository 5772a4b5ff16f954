import type { Router } from '../router'
import type { WxTarget } from './api'

const NAMES: (keyof Router)[] = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack']

export function addRouter({ api, host }: WxTarget) {
  for (const name of NAMES) api<{ url: string }>(name, (options) => host.router[name](options))
}
