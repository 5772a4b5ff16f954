import type { FailureCode } from '@/domain/failure'
import { momentWords } from './time'

/** Why nothing newer is there: 没有网络, 网太慢, or the server. */
const why = (code: FailureCode): string =>
  code === 'offline' ? '没有网络' : code === 'timeout' ? '网太慢' : '店里的机器没应声'

interface Old {
  code: FailureCode
  at?: number
}

/** What is said above a shop that is shown as it was seen last. */
export const oldWords = {
  prices: ({ code, at }: Old, now: number) =>
    `${why(code)}，${at === undefined ? '价格可能变了' : `这是${momentWords(at, now)} 的价格`}`,
  order: ({ code }: Old) =>
    `${why(code)}，现在下不了单。选好的都留着，${code === 'offline' ? '有网了' : '过一会儿'}再下。`,
  call: (phone: string) => `打电话 ${phone}`,
  number: (phone: string) => `电话 ${phone}`,
  callLabel: (phone: string) => `给店家打电话，${phone}`,
} as const
