import type { PaymentRequest } from '../payment-gateway'
import { toYuan } from './amount'
import { toTime } from './time'

/** The page for phones and the one for computers. A seller signs each of the two products by itself. */
const PAGES = {
  phone: { method: 'alipay.trade.wap.pay', product: 'QUICK_WAP_WAY' },
  computer: { method: 'alipay.trade.page.pay', product: 'FAST_INSTANT_TRADE_PAY' },
} as const

/** Maximum lengths of addresses, in characters. */
const MAX_RETURN_URL = 256
const MAX_QUIT_URL = 400

/** The shortest time that Alipay gives a buyer, in ms. */
const MIN_TIME_MS = 60_000

/** A title without the characters that Alipay refuses: it names `/`, `=` and `&`, and no list of the others. */
const toSubject = (description: string): string =>
  description
    .replace(/[^\p{L}\p{M}\p{N}、。，：；！？（）·—_.-]+/gu, ' ')
    .trim()
    .slice(0, 256)

/** An address, unless it is longer than Alipay allows: the buyer then finds back alone, and the notice confirms the payment. */
const within = (max: number, url: string | undefined) => (url && url.length <= max ? url : undefined)

interface PageRequest {
  method: string
  /** In the names of the SDK. */
  params: {
    timestamp: string
    notifyUrl: string
    returnUrl?: string
    bizContent: Record<string, string | undefined>
  }
}

/** The parameters of the payment page that suits the buyer's place. */
export function toPageRequest(
  { number, place, amount, description, expiresAt, noticeUrl, returnUrl }: PaymentRequest,
  now: number,
): PageRequest {
  const isComputer = place === 'computer'
  const { method, product } = PAGES[isComputer ? 'computer' : 'phone']
  const back = within(MAX_RETURN_URL, returnUrl)
  const quit = isComputer ? undefined : within(MAX_QUIT_URL, returnUrl)
  return {
    method,
    params: {
      // the SDK would write the time of the server's zone
      timestamp: toTime(now),
      notifyUrl: noticeUrl,
      ...(back && { returnUrl: back }),
      bizContent: {
        out_trade_no: number,
        total_amount: toYuan(amount),
        subject: toSubject(description) || number,
        product_code: product,
        time_expire: toTime(Math.max(expiresAt, now + MIN_TIME_MS)),
        ...(quit && { quit_url: quit }),
      },
    },
  }
}
