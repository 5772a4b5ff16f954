import type { AppDependencies } from '../../dependencies'
import type { MessageTemplate } from '../../gateways/subscribe-messages'
import type { Identity } from '../sessions/store'
import { appidOf } from '../sessions/wechat-user'

/** The templates of the mini-program of a session; none in a browser. */
export function templatesFor(
  { wechat }: Pick<AppDependencies, 'wechat'>,
  identity: Identity,
): readonly MessageTemplate[] {
  const appid = appidOf(identity)
  return wechat?.messages?.templates.filter((one) => one.appid === appid) ?? []
}

/** Returns the web push client; `undefined` for a session of a mini-program. */
export const webPushFor = (
  { webPush }: Pick<AppDependencies, 'webPush'>,
  identity: Identity,
): AppDependencies['webPush'] => (identity.provider === 'device' ? webPush : undefined)

/** True if this server can send messages to a client of this kind. */
export const offersMessages = (
  deps: Pick<AppDependencies, 'wechat' | 'webPush' | 'sms'>,
  identity: Identity,
): boolean =>
  deps.sms !== undefined ||
  templatesFor(deps, identity).length > 0 ||
  webPushFor(deps, identity) !== undefined
