import type { Day } from '@/domain/day'
import { dayWords } from '@/locales/zh-CN/day'

export const newArrivalsWords = {
  title: '新上架',
  came: (day: Day, today: Day) => (day === today ? '今天新到' : `${dayWords(day)}上的`),
} as const
