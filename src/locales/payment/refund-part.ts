import { formatPrice, formatYuan } from '@/domain/money'
import { translated } from '../translation'

/** Returning money of an order that was paid online, for its seller. */
export const refundPartWords = translated('refundPartWords', {
  open: '退一部分钱',
  title: '退钱给买家',
  text: '钱原路退给买家，退了就收不回来。少装了、坏了几个，退一部分就行。',
  amount: '退多少元',
  most: (fen: number) => `最多 ${formatPrice(fen)} 元`,
  note: '为什么退',
  noteHint: '买家看得到，比如：少装了一个',
  errors: {
    amount: (fen: number) => `写 0.01 到 ${formatPrice(fen)} 元`,
    note: '写一句，买家好明白',
  },
  confirm: (fen: number | null) => (fen === null ? '退钱' : `退 ¥${formatYuan(fen)}`),
  cancel: '先不退',
  busy: '正在退……',
  done: '记下了，钱正原路退给买家。',
  /** Money of the order was returned meanwhile, perhaps by this very request. */
  moved: '这一单刚退过钱。先关上，看看退了多少，再决定退不退。',
} as const)
