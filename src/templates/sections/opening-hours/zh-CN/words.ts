import type { Day } from '@/domain/day'
import { reopenWords } from '@/locales/zh-CN/parts/reopen'

export const openingHoursWords = {
  title: '开门时间',
  closed: (day: Day) => `店里歇几天，${reopenWords(day)}`,
  unfilled: '这里写几点开门、哪天歇',
} as const
