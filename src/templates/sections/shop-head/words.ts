import type { Day } from '@/domain/day'
import { solarTermOf } from '@/domain/solar-term'
import { dayWords } from '@/locales/day'
import { translated } from '@/locales/translation'

/** The solar terms from the spring equinox on. */
const terms =
  '春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至 小寒 大寒 立春 雨水 惊蛰'.split(
    ' ',
  )

export const shopHeadWords = translated('shopHeadWords', {
  term: (day: Day) => terms[solarTermOf(day)] ?? '',
  date: (day: Day) => dayWords(day),
} as const)
