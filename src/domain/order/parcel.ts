import type { Static } from '@sinclair/typebox'
import type { ParcelShape } from '@/contract/order/orders'
import type { HeldMoneyShape } from '@/contract/order/parcels'
import type { Fulfilment } from './fulfilment'
import { type OrderState, sentStates, unsentStates } from './order'

/**
 * Courier companies by the codes that WeChat has for them, the usual ones of the countryside first. `OTHER` is any other one.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/server/API/order_shipping/api_uploadshippinginfo (`get_delivery_list`)
 */
export const carriers = [
  'YZPY',
  'EMS',
  'ZTO',
  'YTO',
  'STO',
  'YD',
  'JTSD',
  'SF',
  'JD',
  'DBL',
  'OTHER',
] as const
export type Carrier = (typeof carriers)[number]

/** True if WeChat has a code for the carrier, by which a parcel is reported. */
export const isReportable = (carrier: Carrier): boolean => carrier !== 'OTHER'

/** The site of each courier company, where a parcel is looked up by its number. China Post looks up both of its kinds on one site. */
export const carrierSites: Record<Carrier, string | null> = {
  YZPY: 'https://www.ems.com.cn/',
  EMS: 'https://www.ems.com.cn/',
  ZTO: 'https://www.zto.com/',
  YTO: 'https://www.yto.net.cn/',
  STO: 'https://www.sto.cn/',
  YD: 'https://www.yundaex.com/',
  JTSD: 'https://www.jtexpress.cn/',
  SF: 'https://www.sf-express.com/',
  JD: 'https://www.jdl.com/',
  DBL: 'https://www.deppon.com/',
  OTHER: null,
}

/** Waybill numbers of all carriers are letters and digits. */
export const WAYBILL_PATTERN = '^[0-9A-Za-z]{6,30}$'

/** Most waybills that an order may have had. WeChat takes one correction of what was reported; the buyer sees the last. */
export const MAX_WAYBILLS = 5

/** The step in an order's history by which its seller named or corrected the parcel. */
export const NAME_PARCEL = 'parcel'

export type Parcel = Static<typeof ParcelShape>

/**
 * A waybill number as people type, paste or scan it, without spaces and signs between its parts. Bar codes of boxes end in the number of the box
 * and how many there are (`-1-2-`).
 */
export const toWaybill = (text: string): string =>
  text
    .trim()
    .replace(/(\w{8,})-\d{1,3}-\d{1,3}-?$/, '$1')
    .replace(/[\s-]/g, '')
    .toUpperCase()

/** The carrier of a waybill number whose letters name it: SF Express begins its own with SF. `undefined` for other numbers. */
export const carrierOfWaybill = (waybill: string): Carrier | undefined =>
  /^SF\d{6,}$/.test(waybill) ? 'SF' : undefined

export const isWaybill = (text: string): boolean => new RegExp(WAYBILL_PATTERN).test(text)

/** True if the seller can name the order's parcel now, or correct it. */
export const canNameParcel = ({
  fulfilment,
  state,
  history,
}: {
  fulfilment: Fulfilment
  state: OrderState
  history: readonly { action: string }[]
}): boolean =>
  fulfilment === 'courier' &&
  sentStates.includes(state) &&
  history.filter(({ action }) => action === NAME_PARCEL).length < MAX_WAYBILLS

/** The steps that WeChat waits for before it pays a seller out, in the order in which they happen. */
export const heldReasons = ['accept', 'send', 'waybill', 'reporting'] as const
export type HeldReason = (typeof heldReasons)[number]

/** Recorded like an error code of WeChat when an order can never be reported: its payer has deleted their data, including the openid. */
export const NO_PAYER = 'NO_PAYER'

export type HeldMoney = Static<typeof HeldMoneyShape>

interface Shipped {
  state: OrderState
  fulfilment: Fulfilment
  parcel?: Parcel | undefined
}

/** Why WeChat still holds the money of an order that was paid in a mini-program and not reported as sent. */
export function heldReason({ state, fulfilment, parcel }: Shipped): HeldReason {
  if (state === 'placed') return 'accept'
  if (unsentStates.includes(state)) return 'send'
  const isNamed = parcel !== undefined && isReportable(parcel.carrier)
  return fulfilment === 'courier' && !isNamed ? 'waybill' : 'reporting'
}
