import { DEFAULT_SLOT_RULE, type DeliverySlots, type SlotRule } from '@/domain/delivery-slot'

/** The rules of the slots as form values; `null` while buyers choose no day. */
export interface DeliverySlotsForm {
  localSlots: SlotRule | null
  pickupSlots: SlotRule | null
}

/** The same rule with its keys in one order, so that rules can be compared as JSON. */
const ordered = ({ weekdays, halfDays, cutOff, daysAhead, places }: SlotRule): SlotRule => ({
  weekdays: [...weekdays].sort(),
  halfDays,
  cutOff: { daysBefore: cutOff.daysBefore, hour: cutOff.hour },
  daysAhead,
  ...(places === undefined ? {} : { places }),
})

export const toDeliverySlotsForm = ({ local, pickup }: DeliverySlots = {}): DeliverySlotsForm => ({
  localSlots: local ? ordered(local) : null,
  pickupSlots: pickup ? ordered(pickup) : null,
})

/** Converts the form into rules. */
export const toDeliverySlots = ({ localSlots, pickupSlots }: DeliverySlotsForm): DeliverySlots => ({
  ...(localSlots ? { local: localSlots } : {}),
  ...(pickupSlots ? { pickup: pickupSlots } : {}),
})

/** Adds a weekday, or removes it unless it is the last. */
export function toggleWeekday(rule: SlotRule, day: number): SlotRule {
  const others = rule.weekdays.filter((each) => each !== day)
  const isOn = others.length < rule.weekdays.length
  if (isOn && others.length === 0) return rule
  return ordered({ ...rule, weekdays: isOn ? others : [...rule.weekdays, day] })
}

export type SlotMode = 'off' | 'day' | 'half'

export const modeOf = (rule: SlotRule | null): SlotMode =>
  rule === null ? 'off' : rule.halfDays ? 'half' : 'day'

/** Switches slots on with the defaults, off, or between days and half days. */
export const withMode = (rule: SlotRule | null, mode: string): SlotRule | null =>
  mode === 'off' ? null : ordered({ ...(rule ?? DEFAULT_SLOT_RULE), halfDays: mode === 'half' })

/** Sets the maximum number of orders, or none for an empty text. */
export function withPlaces(rule: SlotRule, places: string): SlotRule {
  const { places: _, ...rest } = rule
  return ordered(places === '' ? rest : { ...rest, places: Number(places) })
}

/** A cut-off as one value of a choice. */
export const cutOffKey = ({ daysBefore, hour }: SlotRule['cutOff']): string => `${daysBefore}-${hour}`

export function cutOffOf(key: string): SlotRule['cutOff'] {
  const [daysBefore = 1, hour = 20] = key.split('-').map(Number)
  return { daysBefore, hour }
}
