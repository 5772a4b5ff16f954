import { Type } from '@sinclair/typebox'
import { MAX_DAYS_AHEAD, MAX_PLACES, slotParts } from '@/domain/order/delivery-slot'
import type { Route } from '../route'
import { DayShape, Exact, OneOf, ShopParams } from '../shapes'

/** When a shop delivers, or hands out what is picked up. */
export const SlotRuleShape = Exact({
  /** Monday is 1, Sunday 7. */
  weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
    minItems: 1,
    maxItems: 7,
    uniqueItems: true,
  }),
  /** Mornings and afternoons are chosen apart. */
  halfDays: Type.Boolean(),
  /** Orders count for a day until this hour at UTC+8 of the day that is so many days before it. */
  cutOff: Exact({
    daysBefore: Type.Integer({ minimum: 0, maximum: 1 }),
    hour: Type.Integer({ minimum: 1, maximum: 24 }),
  }),
  /** The number of days after today that can be chosen. When none of them is open, the next open day can be chosen. */
  daysAhead: Type.Integer({ minimum: 1, maximum: MAX_DAYS_AHEAD }),
  /** The maximum number of orders per slot; absent: any number. */
  places: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_PLACES })),
})

/** A fulfilment without a rule has no slots. */
export const DeliverySlotsShape = Exact({
  local: Type.Optional(SlotRuleShape),
  pickup: Type.Optional(SlotRuleShape),
})

/** A day, or half of it. */
export const SlotShape = Exact({ day: DayShape, part: OneOf(slotParts) })

export const OfferedSlotShape = Exact({ ...SlotShape.properties, isFull: Type.Boolean() })

const OfferedSlots = Type.Optional(Type.Array(OfferedSlotShape))

export const deliverySlotRoutes = {
  'GET /api/shops/:shopId/delivery-slots': {
    summary:
      'The days and half days that can be chosen for an order now, the earliest first, full ones too; while the shop rests, from the day on which it is open again. A fulfilment without days to choose is absent.',
    access: 'anyone',
    params: ShopParams,
    reply: Exact({ local: OfferedSlots, pickup: OfferedSlots }),
  },
} as const satisfies Record<string, Route>
