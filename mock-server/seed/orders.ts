import type { OrderStepAction } from '@/domain/order/allowed-actions'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { DemoShop } from './shops'

/** Orders of the busy shop, its buyers, and the index of the first of them. */
const BUSY_ORDERS = 200
const BUSY_BUYERS = 40
const FIRST_BUYER = 4

const GOODS = 30
const KINDS: readonly Fulfilment[] = ['local', 'pickup', 'local', 'courier', 'pickup']

/** The steps of an order by its age: the older half is finished, the newest wait for the seller. */
function stepsAt(index: number): DemoOrder['steps'] {
  if (index < 100) return [...stepsAt(120), ['owner', 'finish']]
  if (index < 140) return [...stepsAt(150), ['owner', 'send']]
  return index < 160 ? [['owner', 'accept']] : []
}

/** Two days of a shop that gets a hundred orders a day, the oldest first. */
const busyOrders: DemoOrder[] = Array.from({ length: BUSY_ORDERS }, (_, index) => {
  const goods = Array.from({ length: 1 + (index % 3) }, (_, line) => (index * 7 + line * 11) % GOODS)
  return {
    shop: 'coop',
    buyer: FIRST_BUYER + (index % BUSY_BUYERS),
    lines: Object.fromEntries(goods.map((good, line) => [good, 1 + ((index + line) % 3)])),
    kind: KINDS[index % KINDS.length] ?? 'local',
    hoursAgo: (BUSY_ORDERS - index) / 5,
    steps: stepsAt(index),
    ...(index % 25 === 0 ? { note: '放在门口就行' } : {}),
  }
})

/** A step; `note` is what the actor says with it. The buyer's `ask-refund` is a claim of everything. */
type DemoStep = [by: 'owner' | 'buyer', action: OrderStepAction, note?: string]

/** One order of the demo world. `lines` are quantities by the index of a product in the shop; `steps` happen after it was placed. */
export interface DemoOrder {
  shop: DemoShop['key']
  buyer: number
  lines: Record<number, number>
  kind: Fulfilment
  hoursAgo: number
  steps: DemoStep[]
  note?: string
}

const sent: DemoOrder['steps'] = [
  ['owner', 'accept'],
  ['owner', 'send'],
]
const done: DemoOrder['steps'] = [...sent, ['owner', 'finish']]

/** Orders in every state, spread over the week so that the sales chart is filled. */
export const demoOrders: DemoOrder[] = [
  { shop: 'nuts', buyer: 0, lines: { 0: 4, 2: 1 }, kind: 'local', hoursAgo: 150, steps: done },
  { shop: 'nuts', buyer: 1, lines: { 1: 2 }, kind: 'courier', hoursAgo: 126, steps: done },
  { shop: 'nuts', buyer: 2, lines: { 0: 2, 3: 3 }, kind: 'pickup', hoursAgo: 101, steps: done },
  { shop: 'nuts', buyer: 3, lines: { 0: 6 }, kind: 'local', hoursAgo: 77, steps: done },
  {
    shop: 'nuts',
    buyer: 0,
    lines: { 1: 1, 4: 1 },
    kind: 'local',
    hoursAgo: 54,
    steps: [['buyer', 'cancel']],
  },
  { shop: 'nuts', buyer: 1, lines: { 2: 2, 3: 2 }, kind: 'pickup', hoursAgo: 49, steps: done },
  {
    shop: 'nuts',
    buyer: 2,
    lines: { 1: 1 },
    kind: 'courier',
    hoursAgo: 30,
    steps: [...done, ['buyer', 'ask-refund']],
    note: '有两个坏的',
  },
  { shop: 'nuts', buyer: 3, lines: { 0: 3 }, kind: 'courier', hoursAgo: 26, steps: sent },
  { shop: 'nuts', buyer: 0, lines: { 0: 2, 4: 2 }, kind: 'local', hoursAgo: 5, steps: [], note: '晚上在家' },
  { shop: 'nuts', buyer: 1, lines: { 1: 1 }, kind: 'local', hoursAgo: 3, steps: [['owner', 'accept']] },
  { shop: 'nuts', buyer: 2, lines: { 2: 3 }, kind: 'pickup', hoursAgo: 1, steps: [] },
  { shop: 'orchard', buyer: 3, lines: { 0: 1 }, kind: 'local', hoursAgo: 52, steps: done },
  {
    shop: 'orchard',
    buyer: 0,
    lines: { 1: 2 },
    kind: 'local',
    hoursAgo: 28,
    steps: [...done, ['buyer', 'ask-refund'], ['owner', 'agree'], ['owner', 'settle']],
  },
  { shop: 'orchard', buyer: 1, lines: { 2: 5, 3: 4 }, kind: 'pickup', hoursAgo: 6, steps: sent },
  {
    shop: 'orchard',
    buyer: 2,
    lines: { 4: 2 },
    kind: 'pickup',
    hoursAgo: 2,
    steps: [
      ['owner', 'accept'],
      ['buyer', 'ask-cancel'],
    ],
  },
  { shop: 'orchard', buyer: 0, lines: { 0: 1 }, kind: 'local', hoursAgo: 1, steps: [] },
  { shop: 'farm', buyer: 0, lines: { 0: 30, 3: 10 }, kind: 'local', hoursAgo: 75, steps: done },
  {
    shop: 'farm',
    buyer: 1,
    lines: { 2: 3 },
    kind: 'pickup',
    hoursAgo: 29,
    steps: [...done, ['buyer', 'ask-refund'], ['owner', 'decline', '称的时候看过，是好的']],
  },
  { shop: 'farm', buyer: 3, lines: { 4: 2, 5: 1 }, kind: 'local', hoursAgo: 4, steps: [['owner', 'cancel']] },
  { shop: 'farm', buyer: 2, lines: { 0: 20, 7: 1 }, kind: 'local', hoursAgo: 1, steps: [] },
  ...busyOrders,
]

/** Buyers of the three shops, then those of the busy one, with obvious sample names. */
export const demoBuyers = [
  ...['一', '二', '三', '四'].map((word, i) => ({
    name: `收货人${word}`,
    phone: `1990000000${i + 1}`,
    address: `成县沙坝镇下街 ${18 + i} 号`,
  })),
  ...Array.from({ length: BUSY_BUYERS }, (_, i) => ({
    name: `收货人${i + 1}`,
    phone: `199000002${String(i + 1).padStart(2, '0')}`,
    address: `成县沙坝镇上街 ${i + 1} 号`,
  })),
]
