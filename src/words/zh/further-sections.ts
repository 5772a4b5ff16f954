import type { Day } from '@/domain/day'
import { dayWords } from './day'

/** Words of the sections that some shops have; they are loaded with them. */
export const furtherSectionWords = {
  shelf: { more: (count: number) => `一共 ${count} 样，往右还有` },
  arrivals: {
    title: '新上架',
    came: (day: Day, today: Day) => (day === today ? '今天新到' : `${dayWords(day)}上的`),
  },
  harvest: {
    title: (day: Day | '', today: Day) => (day === today ? '今天刚收的' : '新收的'),
    day: (day: Day) => `${dayWords(day)}收`,
    left: (left: number | undefined, unit: string) => (left === undefined ? '货够' : `还剩 ${left} ${unit}`),
  },
} as const
