import type { Day } from '@/domain/day'
import { dayWords } from '@/locales/day'
import { translated } from '@/locales/translation'

export const todaysHarvestWords = translated('todaysHarvestWords', {
  title: (day: Day | '', today: Day) => (day === today ? '今天刚收的' : '新收的'),
  day: (day: Day) => `${dayWords(day)}收`,
  left: (stock: number | undefined, unit: string) => (stock === undefined ? '货够' : `还剩 ${stock} ${unit}`),
} as const)
