import { formatPrice } from '@/domain/money'
import type { RefundState } from '@/domain/refund'

const states: Record<RefundState, string> = {
  requested: '正在退',
  done: '退好了',
  failed: '没退成，要店家当面退',
  'by-hand': '店家当面退了',
}

interface Refund {
  amount: number
  state: RefundState
  note?: string
}

/** Money that was returned of an order paid online, for both sides. */
export const refundsWords = {
  title: '退款',
  line: ({ amount, state, note }: Refund) =>
    [`¥${formatPrice(amount)} ${states[state]}`, note].filter(Boolean).join('：'),
} as const
