import type { FailureCode } from '@/domain/failure'
import { momentWords } from '../time'
import { translated } from '../translation'

/** Why the shop could not be refreshed: no network, a slow network or no reply from the server. */
const reason = (code: FailureCode): string =>
  code === 'offline' ? '没有网络' : code === 'timeout' ? '网太慢' : '店里的机器没应声'

interface CachedShop {
  code: FailureCode
  at?: number
}

/** Notices above a shop that is shown from the cache. */
export const cachedShopWords = translated('cachedShopWords', {
  prices: ({ code, at }: CachedShop, now: number) =>
    `${reason(code)}，${at === undefined ? '价格可能变了' : `这是${momentWords(at, now)} 的价格`}`,
  order: ({ code }: CachedShop) =>
    `${reason(code)}，现在下不了单。选好的都留着，${code === 'offline' ? '有网了' : '过一会儿'}再下。`,
  call: (phone: string) => `打电话 ${phone}`,
  number: (phone: string) => `电话 ${phone}`,
  callLabel: (phone: string) => `给店家打电话，${phone}`,
} as const)
