import type { Identity } from './store'

/** A user of WeChat. An openid is unique within its appid only. */
export interface WechatUser {
  appid: string
  openid: string
}

/** Neither appids nor openids contain it. */
const SEPARATOR = '/'

export const identityOf = ({ appid, openid }: WechatUser): Identity => ({
  provider: 'wechat',
  subject: `${appid}${SEPARATOR}${openid}`,
})

/** The openid of a signed-in user within an appid; `undefined` when the user has not signed in there. */
export function openidWithin({ provider, subject }: Identity, appid: string): string | undefined {
  const [prefix, openid] = subject.split(SEPARATOR)
  return provider === 'wechat' && prefix === appid ? openid : undefined
}
