import type { RouteBody } from '@/contract/routes'
import type { ShopFreight } from '@/domain/freight'
import type { Fulfilment } from '@/domain/fulfilment'
import type { Id } from '@/domain/id'
import { type Trade, tradeDefaults } from '@/domain/trade'
import { newId } from '@/platform/device/new-id'
import { createPersistedStore } from '@/platform/storage/persisted-store'

export type OpenRequest = RouteBody<'PUT /api/shops/:shopId'>

/** What was sent at the first press of 开张: every retry sends the very same. */
export interface SubmittedRequest {
  request: OpenRequest
  photoSent: boolean
}

/** What is answered anew for each trade. */
const ofTrade = [
  'good',
  'words',
  'typedName',
  'ownName',
  'unit',
  'fulfilments',
  'freight',
  'template',
] as const
type TradeAnswers = Pick<Draft, (typeof ofTrade)[number]>

/** The shop someone is making. Its ids are made once, so that opening it twice is opening it once. */
export interface Draft {
  shopId: Id
  productId: Id
  skuId: Id
  /** The question shown, from 0. */
  at: number
  trade: Trade | null
  /** What was answered under other trades: who taps the wrong one and comes back finds it all again. */
  others: Partial<Record<Trade, TradeAnswers>>
  /** The proposed good and the words before it; `ownName`, once said to be the name, stands instead. */
  good: string
  words: string[]
  /** What stands in the field for a name of one's own; it stays, whatever is tapped beside it. */
  typedName: string
  ownName: string
  unit: string
  /** Yuan as typed. */
  price: string
  /** A price that looked like a slip and was said to be right. */
  surePrice: string
  photoId: Id | null
  /** The photo before this one, or before the drawing: kept, so that it can be taken back. */
  lastPhotoId: Id | null
  fulfilments: Fulfilment[]
  /** Without `courier` while nobody said what a parcel costs. */
  freight: ShopFreight
  pickupPlace: string
  /** As typed; it counts once it is a phone number. */
  phone: string
  template: string
  sealed: SubmittedRequest | null
}

const blank = (): Draft => ({
  shopId: newId(),
  productId: newId(),
  skuId: newId(),
  at: 0,
  trade: null,
  others: {},
  good: '',
  words: [],
  typedName: '',
  ownName: '',
  unit: '',
  price: '',
  surePrice: '',
  photoId: null,
  lastPhotoId: null,
  fulfilments: [],
  freight: { fee: 0 },
  pickupPlace: '',
  phone: '',
  template: '',
  sealed: null,
})

function proposed(trade: Trade): TradeAnswers {
  const { goods, fulfilments, template } = tradeDefaults(trade)
  return {
    good: goods[0]?.name ?? '',
    words: [],
    typedName: '',
    ownName: '',
    unit: goods[0]?.units[0] ?? '',
    fulfilments: [...fulfilments],
    freight: { fee: 0 },
    template,
  }
}

const answersOf = (draft: Draft) =>
  Object.fromEntries(ofTrade.map((key) => [key, draft[key]])) as unknown as TradeAnswers

/** Another trade keeps the photo and the price; the rest is as it was left under it, or as it proposes. */
export function withTrade(draft: Draft, trade: Trade): Partial<Draft> {
  const others = draft.trade ? { ...draft.others, [draft.trade]: answersOf(draft) } : draft.others
  return { trade, others, ...(others[trade] ?? proposed(trade)) }
}

interface DraftStore {
  draft: Draft
  /** Milliseconds spent with the wizard before one's eyes; apart from the draft, for it moves every second. */
  spent: number
  change(part: Partial<Draft>): void
  spend(ms: number): void
  restart(): void
}

type Kept = Pick<DraftStore, 'draft' | 'spent'>

/** The one draft on this phone; it outlives the app. */
export const useDraft = createPersistedStore<DraftStore, Kept>(
  (set) => ({
    draft: blank(),
    spent: 0,
    change: (part) => set(({ draft }) => ({ draft: { ...draft, ...part } })),
    spend: (ms) => set(({ spent }) => ({ spent: spent + ms })),
    restart: () => set({ draft: blank(), spent: 0 }),
  }),
  {
    name: 'wizard-draft',
    partialize: ({ draft, spent }) => ({ draft, spent }),
    // a draft of an older make lacks what was added since
    merge: (kept, now) => {
      const known = kept as Kept | undefined
      return { ...now, spent: known?.spent ?? 0, draft: { ...now.draft, ...known?.draft } }
    },
  },
)
