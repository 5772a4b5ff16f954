import { formatPrice, formatYuan } from '@/domain/money'
import type { CollectionMeans } from '@/domain/payment/collection'
import { translated } from '../translation'

const means: Record<CollectionMeans, string> = { cash: '现金', code: '扫我的码' }

/** Recording what was received in person, for the seller. */
export const collectWords = translated('collectWords', {
  byCode: '对方扫我的码付了',
  other: '收的钱不一样',
  title: '收了多少钱？',
  due: (total: number) => `这一单该收 ¥${formatYuan(total)}。抹了零、多给了，照实记下，账就对得上。`,
  amount: '收了多少元',
  means: '怎么收的',
  meansWords: means,
  note: '为什么不一样',
  noteHint: '买家看得到，比如：抹了零',
  errors: { amount: '写收到的钱，比如 45.50', note: '写一句，往后对账好明白' },
  confirm: (fen: number | null) => (fen === null ? '记下' : `记下 ¥${formatPrice(fen)}`),
  cancel: '先不记',
  busy: '正在记下……',
} as const)
