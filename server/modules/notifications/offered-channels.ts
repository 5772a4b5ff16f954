import type { AppDependencies } from '../../dependencies'
import type { MessageTemplate } from '../../gateways/subscribe-messages'
import type { Identity } from '../sessions/store'
import { appidOf } from '../sessions/wechat-user'

/** The templates of the mini-program that somebody has signed in to; none in a browser. */
export function templatesFor(
  { wechat }: Pick<AppDependencies, 'wechat'>,
  identity: Identity,
): readonly MessageTemplate[] {
  const appid = appidOf(identity)
  return wechat?.messages?.templates.filter((one) => one.appid === appid) ?? []
}

/** Whether this server could send messages to somebody who uses it in this way. */
export const offersMessages = (
  deps: Pick<AppDependencies, 'wechat' | 'webPush' | 'sms'>,
  identity: Identity,
): boolean =>
  deps.sms !== undefined ||
  templatesFor(deps, identity).length > 0 ||
  (identity.provider === 'device' && deps.webPush !== undefined)
