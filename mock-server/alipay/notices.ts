import { type KeyObject, randomBytes, sign } from 'node:crypto'
import { toYuan } from '../../server/gateways/alipay/amount'
import { type Notice, NoticeQueue } from '../notices/notice-queue'
import { toChinaTime } from './china-time'
import type { Trade } from './trades'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The waits between attempts: 4m/10m/10m/1h/2h/6h/15h. */
const RETRY_WAITS = [4 * MINUTE, 10 * MINUTE, 10 * MINUTE, HOUR, 2 * HOUR, 6 * HOUR, 15 * HOUR]

const ANSWER_MS = 5000

export interface AlipayNotice extends Notice {
  /** The same in all attempts. */
  id: string
  trade: Trade
}

export const createNoticeId = (): string => randomBytes(17).toString('hex')

interface Keys {
  privateKey: KeyObject
  /** The key of a forger. */
  stranger: KeyObject
}

/** The notices of Alipay: signed forms, which their receiver answers with the text `success`. */
export class AlipayNotices extends NoticeQueue<AlipayNotice> {
  constructor(now: () => number, keys: Keys) {
    super({
      now,
      waits: RETRY_WAITS,
      send: ({ url, id, trade }, isForged) =>
        post(url, signForm(formOf(id, trade, now()), isForged ? keys.stranger : keys.privateKey)),
    })
  }
}

const formOf = (id: string, trade: Trade, now: number): Record<string, string> => ({
  ...{ notify_id: id, notify_type: 'trade_status_sync', notify_time: toChinaTime(now) },
  ...{ app_id: trade.appid, charset: 'utf-8', version: '1.0', seller_id: trade.merchant },
  ...{ out_trade_no: trade.number, trade_no: trade.tradeNo, trade_status: trade.state },
  ...{ subject: trade.subject, total_amount: toYuan(trade.amount), buyer_logon_id: trade.buyer },
  gmt_create: toChinaTime(trade.createdAt),
  ...(trade.paidAt === undefined ? {} : { gmt_payment: toChinaTime(trade.paidAt) }),
})

/** Signs a form: its fields in order, without `sign` and `sign_type`. */
export function signForm(fields: Record<string, string>, key: KeyObject): URLSearchParams {
  const text = Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&')
  const signature = sign('RSA-SHA256', Buffer.from(text), key).toString('base64')
  return new URLSearchParams({ ...fields, sign_type: 'RSA2', sign: signature })
}

async function post(url: string, body: URLSearchParams) {
  try {
    const response = await fetch(url, {
      ...{ method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(ANSWER_MS) },
    } as const)
    const text = await response.text()
    return { status: response.status, isAccepted: response.status === 200 && text === 'success' }
  } catch {
    return { status: 0, isAccepted: false }
  }
}
