import { formatPrice } from '@/domain/money'
import type { PaymentMethod } from '@/domain/payment/payment'
import { type BuyerPlace, placesInWechat } from '@/domain/payment/payment-rights'
import { momentWords } from '../time'
import { translated } from '../translation'

/** Paying an order online. */
export const payingWords = translated('payingWords', {
  pay: (how: string) => `去付钱，${how}`,
  byOther: '请别人帮我付',
  change: '换个付法',
  changeTitle: '换成哪种付法？',
  changeNow: '现在就付',
  changing: '正在换……',
  keep: '不换',
  yes: '就换这个',
  scan: (total: number) => `用手机微信扫一扫，付 ¥${formatPrice(total)}`,
  scanNote: '手机上付好了，这一页自己会变。',
  opening: '正在打开……',
  asking: '正在问付成没有……',
  closed: {
    finished: '还没收到付好的消息。付过了就等一会儿，不用再付。',
    cancelled: '还没有付。想好了再付，东西先给您留着。',
    failed: '没能打开付款，再试一次。',
  },
  unavailable: (method: PaymentMethod, place: BuyerPlace) => {
    if (place === 'computer') return '在电脑上付不了这一单。换个付法，或者用手机打开再付。'
    return method === 'alipay' && placesInWechat.includes(place)
      ? '支付宝的单要在浏览器里付。在微信里，点右上角“…”，选“在浏览器打开”。'
      : '在这里付不了这一单。换个付法，或者换个地方打开试试。'
  },
  until: (at: number, now: number) =>
    at <= now
      ? '付款的时间过了，这一单就要取消。'
      : `请在 ${momentWords(at, now)} 前付，过了时间这一单会自动取消。`,
} as const)
