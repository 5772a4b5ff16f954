import type { Day } from '@/domain/day'
import { dayWords } from '@/locales/zh-CN/day'

export const openingHoursWords = {
  title: '开门时间',
  closed: (day: Day) => `店里歇几天，${dayWords(day)}起再接单`,
  unfilled: '这里写几点开门、哪天歇',
} as const
