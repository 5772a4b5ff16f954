import { formatYuan } from '@/domain/money'
import type { Order } from '@/domain/order'

/** Having an order paid by somebody else. */
export const payLinkWords = {
  title: '请别人帮我付',
  text: '发给家里人、朋友，对方点开就能付。对方看得到买了什么、多少钱，看不到您的电话和地址。不做了要退钱，钱退给付钱的人。',
  send: '发给好友',
  copy: '复制链接',
  copied: '复制好了，发给对方就行。',
  failed: '没复制上，再试一次。',
  shareTitle: (shop: string, total: number) => `帮我付一下，在${shop}买的，¥${formatYuan(total)}`,
} as const

/** The page on which somebody pays for another. */
export const payForOtherWords = {
  title: '帮忙付钱',
  lead: (shop: string) => `亲友在${shop}买了东西，请您帮忙付。`,
  unsure: '不认识发给您的人，就别付。',
  refund: '不做了要退钱，钱退回您付款的账户。',
  lines: '买的东西',
  goneTitle: '没找到这一单',
  goneText: '链接可能不完整，请对方重新发一次。',
  state: ({ state, payment }: Pick<Order, 'state' | 'payment'>): string => {
    if (payment.state === 'paid') return '付好了，店家收到了。'
    if (payment.state === 'refunding' || payment.state === 'refunded')
      return '这一单不做了，钱退回付款的账户。'
    return state === 'cancelled' || payment.state === 'void' ? '这一单取消了，不用付。' : ''
  },
} as const
