import type { Day } from '@/domain/day'
import type { Slot, SlotFulfilment, SlotPart } from '@/domain/order/delivery-slot'
import { translated } from './translation'

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const near = ['今天', '明天', '后天'] as const

const weekdayOf = (day: Day) => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
const gap = (day: Day, today: Day) => Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)

/** "11月26日" */
export const dayWords = translated(
  'dayWords',
  (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
)

/** "11月"; includes the year if it is not the current one. */
export const monthWords = translated('monthWords', (day: Day, today: Day): string => {
  const month = `${Number(day.slice(5, 7))}月`
  return day.slice(0, 4) === today.slice(0, 4) ? month : `${day.slice(0, 4)}年${month}`
})

/** "今天", "明天" or "后天", else the weekday. */
export const shortDayWords = translated(
  'shortDayWords',
  (day: Day, today: Day): string => near[gap(day, today)] ?? weekdayOf(day),
)

/** "11月26日，周四" */
export const fullDayWords = translated(
  'fullDayWords',
  (day: Day, today: Day): string => `${dayWords(day)}，${shortDayWords(day, today)}`,
)

const parts: Record<SlotPart, string> = { day: '', morning: '上午', afternoon: '下午' }

/** "11月26日，明天上午" */
export const slotWords = translated(
  'slotWords',
  ({ day, part }: Slot, today: Day): string => `${fullDayWords(day, today)}${parts[part]}`,
)

/** "明天上午", "周四" within a week, else "12月9日". */
export const nearSlotWords = translated('nearSlotWords', ({ day, part }: Slot, today: Day): string => {
  const ahead = gap(day, today)
  const isNear = ahead >= 0 && ahead < 7
  return `${isNear ? shortDayWords(day, today) : dayWords(day)}${parts[part]}`
})

/** "11月26日周四上午", which stays true on paper. */
export const slotDateWords = translated(
  'slotDateWords',
  ({ day, part }: Slot): string => `${dayWords(day)}${weekdayOf(day)}${parts[part]}`,
)

export const slotChoiceWords = translated('slotChoiceWords', {
  title: { local: '哪天送', pickup: '哪天来拿' } satisfies Record<SlotFulfilment, string>,
  full: '排满了',
  other: '换个日子',
  choose: '选个日子',
  missing: '请选一个日子',
  allFull: '这几天都排满了，过一天再来看看，或者给店家打个电话。',
  none: '现在没有能选的日子，给店家打个电话问问。',
} as const)

export const dayChoiceWords = translated('dayChoiceWords', {
  later: '再往后',
  laterTitle: '选个日子',
} as const)
