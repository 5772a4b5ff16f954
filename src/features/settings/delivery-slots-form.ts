import {
  DEFAULT_SLOT_RULE,
  type DeliverySlots,
  MAX_PLACES,
  type SlotRule,
} from '@/domain/order/delivery-slot'

/** A rule as typed: the number of orders as text, empty for any number. */
export type SlotRuleForm = Omit<SlotRule, 'places'> & { places: string }

/** The rules of the slots as form values; `null` while buyers choose no day. */
export interface DeliverySlotsForm {
  localSlots: SlotRuleForm | null
  pickupSlots: SlotRuleForm | null
}

/** The same rule with its keys in one order, so that rules can be compared as JSON. */
const ordered = ({ weekdays, halfDays, cutOff, daysAhead, places }: SlotRuleForm): SlotRuleForm => ({
  weekdays: [...weekdays].sort(),
  halfDays,
  cutOff: { daysBefore: cutOff.daysBefore, hour: cutOff.hour },
  daysAhead,
  places,
})

const toRuleForm = ({ places, ...rule }: SlotRule): SlotRuleForm =>
  ordered({ ...rule, places: places === undefined ? '' : String(places) })

const toRule = ({ places, ...rule }: SlotRuleForm): SlotRule => ({
  ...rule,
  ...(places.trim() ? { places: Number(places) } : {}),
})

export const toDeliverySlotsForm = ({ local, pickup }: DeliverySlots = {}): DeliverySlotsForm => ({
  localSlots: local ? toRuleForm(local) : null,
  pickupSlots: pickup ? toRuleForm(pickup) : null,
})

/** Converts the form into rules. */
export const toDeliverySlots = ({ localSlots, pickupSlots }: DeliverySlotsForm): DeliverySlots => ({
  ...(localSlots ? { local: toRule(localSlots) } : {}),
  ...(pickupSlots ? { pickup: toRule(pickupSlots) } : {}),
})

/** True if the typed number of orders can be saved. */
export function isSlotRuleValid(rule: SlotRuleForm | null): boolean {
  const places = rule?.places.trim() ?? ''
  return places === '' || (/^\d+$/.test(places) && Number(places) >= 1 && Number(places) <= MAX_PLACES)
}

/** Adds a weekday, or removes it unless it is the last. */
export function toggleWeekday(rule: SlotRuleForm, day: number): SlotRuleForm {
  const others = rule.weekdays.filter((each) => each !== day)
  const isOn = others.length < rule.weekdays.length
  if (isOn && others.length === 0) return rule
  return ordered({ ...rule, weekdays: isOn ? others : [...rule.weekdays, day] })
}

export type SlotMode = 'off' | 'day' | 'half'

export const modeOf = (rule: SlotRuleForm | null): SlotMode =>
  rule === null ? 'off' : rule.halfDays ? 'half' : 'day'

/** Switches slots on with the defaults, off, or between days and half days. */
export const withMode = (rule: SlotRuleForm | null, mode: string): SlotRuleForm | null =>
  mode === 'off' ? null : { ...(rule ?? toRuleForm(DEFAULT_SLOT_RULE)), halfDays: mode === 'half' }

/** A cut-off as one value of a choice. */
export const cutOffKey = ({ daysBefore, hour }: SlotRule['cutOff']): string => `${daysBefore}-${hour}`

export function cutOffOf(key: string): SlotRule['cutOff'] {
  const [daysBefore = 1, hour = 20] = key.split('-').map(Number)
  return { daysBefore, hour }
}
