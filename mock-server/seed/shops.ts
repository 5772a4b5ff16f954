import type { DeliverySlots, SlotRule } from '@/domain/order/delivery-slot'
import type { FreightRule } from '@/domain/order/freight'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Trade } from '@/domain/shop/trade'
import { coopGoods, type DemoGood, farmGoods, nutGoods, orchardGoods } from './goods'

export interface DemoShop {
  key: 'nuts' | 'orchard' | 'farm' | 'coop'
  trade: Trade
  template: string
  name: string
  place: string
  notice: string
  /** Names of drawings. */
  logo?: string
  banner?: string
  pickupPlace: string
  fulfilments: Fulfilment[]
  freight: FreightRule
  deliverySlots?: DeliverySlots
  goods: DemoGood[]
}

/** Orders until four in the afternoon are for the same day. */
const EVERY_DAY: SlotRule = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  halfDays: false,
  cutOff: { daysBefore: 0, hour: 16 },
  daysAhead: 7,
}

/** Three complete shops in three templates, two of them with a logo and a banner, and one with days of delivery and 200 orders. Phone numbers are from a range that is never assigned (199 0000 0000 and up). */
export const demoShops: DemoShop[] = [
  {
    key: 'nuts',
    trade: 'nuts',
    template: 'woodgrain',
    name: '家乡山货铺',
    place: '陇南成县，自家种',
    notice: '满 99 元包邮，也能到服务站自提',
    logo: 'walnut',
    banner: 'village',
    pickupPlace: '沙坝镇服务站',
    fulfilments: ['local', 'pickup', 'courier'],
    freight: { fee: 600, freeOver: 9900 },
    goods: nutGoods,
  },
  {
    key: 'orchard',
    trade: 'fruit',
    template: 'orchard',
    name: '沙坝果园',
    place: '陇南成县沙坝镇',
    notice: '早上摘，下午送',
    logo: 'apple',
    banner: 'grape',
    pickupPlace: '沙坝镇果园门口',
    fulfilments: ['local', 'pickup'],
    freight: { fee: 300, freeOver: 6000 },
    goods: orchardGoods,
  },
  {
    key: 'farm',
    trade: 'eggs-meat',
    template: 'plain',
    name: '下街土货店',
    place: '成县沙坝镇下街',
    notice: '镇里都送，晚上六点前下单当天到',
    pickupPlace: '下街 18 号',
    fulfilments: ['local', 'pickup'],
    freight: { fee: 200, freeOver: 3000 },
    goods: farmGoods,
  },
  {
    key: 'coop',
    trade: 'grain',
    template: 'plain',
    name: '沙坝山货合作社',
    place: '陇南成县沙坝镇',
    notice: '全村的山货，每天下午四点发车',
    pickupPlace: '沙坝镇服务站',
    fulfilments: ['local', 'pickup', 'courier'],
    freight: { fee: 500, freeOver: 9900 },
    deliverySlots: { local: { ...EVERY_DAY, places: 60 }, pickup: EVERY_DAY },
    goods: coopGoods,
  },
]
