import type { Day } from '@/domain/day'
import { dayWords } from '@/locales/day'
import { translated } from '@/locales/translation'

export const groupOrderWords = translated('groupOrderWords', {
  title: '接龙',
  until: (day: Day, today: Day) => (day < today ? `${dayWords(day)}已截止` : `${dayWords(day)}截止`),
  over: '已截止',
} as const)
