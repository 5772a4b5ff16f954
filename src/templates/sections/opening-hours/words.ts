import type { Day } from '@/domain/day'
import { reopenWords } from '@/locales/parts/reopen'
import { translated } from '@/locales/translation'

export const openingHoursWords = translated('openingHoursWords', {
  title: '开门时间',
  closed: (day: Day) => `店里歇几天，${reopenWords(day)}`,
  unfilled: '这里写几点开门、哪天歇',
} as const)
