import type { Query } from '../../db/database'
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

/** The mini-program of a session; `undefined` for a browser. */
export const appidOf = ({ provider, subject }: Identity): string | undefined =>
  provider === 'wechat' ? subject.split(SEPARATOR)[0] : undefined

/** The openid of an account within an appid; `undefined` when it has not signed in there. */
export async function openidOf(db: Query, accountId: string, appid: string): Promise<string | undefined> {
  const rows = await db
    .selectFrom('identity')
    .select(['provider', 'subject'])
    .where('account_id', '=', accountId)
    .where('provider', '=', 'wechat')
    .execute()
  return rows.map((one) => openidWithin(one, appid)).find((openid) => openid !== undefined)
}

/** The openid of a signed-in user within an appid; `undefined` when the user has not signed in there. */
export function openidWithin({ provider, subject }: Identity, appid: string): string | undefined {
  const [prefix, openid] = subject.split(SEPARATOR)
  return provider === 'wechat' && prefix === appid ? openid : undefined
}

/** A WeChat user of a mini-program whose identity belongs to an account, the one that signed in last; `undefined` without one. */
export async function findWechatUser(db: Query, accountId: string): Promise<WechatUser | undefined> {
  const row = await db
    .selectFrom('identity')
    .select('subject')
    .where('account_id', '=', accountId)
    .where('provider', '=', 'wechat')
    .where('subject', 'like', `%${SEPARATOR}%`)
    .orderBy('used_at', 'desc')
    .orderBy('subject')
    .limit(1)
    .executeTakeFirst()
  const [appid, openid] = row?.subject.split(SEPARATOR) ?? []
  return appid && openid ? { appid, openid } : undefined
}
