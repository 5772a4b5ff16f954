import type { Day } from '@/domain/day'
import { dayWords } from '@/locales/day'
import { translated } from '@/locales/translation'

export const newArrivalsWords = translated('newArrivalsWords', {
  title: '新上架',
  came: (day: Day, today: Day) => (day === today ? '今天新到' : `${dayWords(day)}上的`),
} as const)
