import type { SlotFulfilment, SlotRule } from '@/domain/order/delivery-slot'
import { translated } from '../translation'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

const weekday = (day: number): string => weekdays[day - 1] ?? ''

/** "前一天 20 点" */
const cutOff = (daysBefore: number, hour: number): string =>
  `${daysBefore > 0 ? '前一天' : '当天'} ${hour} 点`

const places = (count: string): string => (count === '' ? '不限' : `${count} 单`)

/** A rule as it is typed: the number of orders as text, empty for any number. */
type TypedSlotRule = Omit<SlotRule, 'places'> & { places: string }

const weekdayList = (days: readonly number[]): string =>
  days.length === 7 ? '每天' : days.map(weekday).join('')

const shortRule = ({ weekdays: days, halfDays, cutOff: { daysBefore, hour } }: Omit<SlotRule, 'places'>) =>
  [weekdayList(days), ...(halfDays ? ['分上午下午'] : []), `${cutOff(daysBefore, hour)}截止`].join('，')

/** Texts for sellers about the days for which buyers order. */
export const deliverySlotsWords = translated('deliverySlotsWords', {
  title: { local: '哪天送', pickup: '哪天来拿' } satisfies Record<SlotFulfilment, string>,
  how: '买家下单时选日子',
  howHint: '关着就是接了单再商量。开了以后，下单时先给排最近的一天，买家能换。',
  modes: { off: '不选', day: '选哪一天', half: '再分上午下午' },
  weekdays: { local: '哪几天送', pickup: '哪几天能来拿' } satisfies Record<SlotFulfilment, string>,
  weekday,
  weekdayList,
  done: '好了',
  cutOff: '下单到什么时候为止',
  cutOffHint: '过了这个点，就排到下一个日子',
  cutOffAt: cutOff,
  ahead: '最远能选几天以后',
  aheadHint: '最近的那一天，再远也能选',
  days: (days: string) => `${days} 天`,
  places: { day: '一天最多几单', half: '上午、下午各最多几单' },
  placesHint: '排满了，买家会看到，选别的日子',
  placesOf: places,
  otherPlaces: '别的数',
  placesField: '最多几单',
  placesFieldHint: '不写就是不限',
  none: '不选日子',
  /** The days of a rule, the halves and the cut-off. */
  shortRule,
  /** One line about a rule. */
  rule: (rule: TypedSlotRule) =>
    [shortRule(rule), `最远 ${rule.daysAhead} 天`, `最多 ${places(rule.places)}`].join('，'),
} as const)
