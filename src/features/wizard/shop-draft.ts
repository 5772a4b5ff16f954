import type { RouteBody } from '@/contract/routes'
import type { Id } from '@/domain/id'
import type { ShopFreight } from '@/domain/order/freight'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { type Trade, tradeDefaults } from '@/domain/shop/trade'
import { newId } from '@/platform/device/new-id'
import { createPersistedStore } from '@/platform/storage/persisted-store'

export type OpenRequest = RouteBody<'PUT /api/shops/:shopId'>

/** The request sent at the first press of 开张; every retry sends the same one. */
export interface SubmittedRequest {
  request: OpenRequest
  photoSent: boolean
}

/** The draft fields that are answered separately for each trade. */
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
type TradeAnswers = Pick<ShopDraft, (typeof ofTrade)[number]>

/** The draft of a new shop, stored on the device. Its ids are created once, which makes the open request idempotent. */
export interface ShopDraft {
  shopId: Id
  productId: Id
  skuId: Id
  /** Index of the current question. */
  at: number
  trade: Trade | null
  /** The answers given under other trades; they are restored when the trade is chosen again. */
  others: Partial<Record<Trade, TradeAnswers>>
  /** The chosen good and the words before it; a confirmed `ownName` replaces both. */
  good: string
  words: string[]
  /** The text of the custom name field; choosing a proposed good does not clear it. */
  typedName: string
  ownName: string
  unit: string
  /** In yuan, as typed. */
  price: string
  /** An unusual `price/unit` that the seller has confirmed. */
  surePrice: string
  photoId: Id | null
  /** The previous photo, which can be restored. */
  lastPhotoId: Id | null
  fulfilments: Fulfilment[]
  /** `courier` is absent until the seller has entered its fee. */
  freight: ShopFreight
  /** The digits of the fees that are typed and not confirmed. */
  typedFees: Partial<Record<Fulfilment, string>>
  pickupPlace: string
  /** As typed; it is sent only if it is a valid phone number. */
  phone: string
  template: string
  /** The consent under which a helper opens the shop for another person; `null` for a shop of one's own. */
  help: { id: Id; person: string; centre?: string } | null
  /** The shop is opened for practice. */
  practice: boolean
  /** The submitted request until the server has answered it; `null` while the draft can be edited. */
  sealed: SubmittedRequest | null
}

const emptyDraft = (): ShopDraft => ({
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
  typedFees: {},
  pickupPlace: '',
  phone: '',
  template: '',
  help: null,
  practice: false,
  sealed: null,
})

function defaultAnswers(trade: Trade): TradeAnswers {
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

const answersOf = (draft: ShopDraft) =>
  Object.fromEntries(ofTrade.map((key) => [key, draft[key]])) as unknown as TradeAnswers

/** The changes for choosing a trade: its earlier answers or its defaults. Photo and price stay. */
export function withTrade(draft: ShopDraft, trade: Trade): Partial<ShopDraft> {
  const others = draft.trade ? { ...draft.others, [draft.trade]: answersOf(draft) } : draft.others
  return { trade, others, ...(others[trade] ?? defaultAnswers(trade)) }
}

interface DraftStore {
  draft: ShopDraft
  /** Milliseconds the wizard was visible; outside of the draft because it changes every second. */
  spent: number
  change(part: Partial<ShopDraft>): void
  spend(ms: number): void
  restart(): void
}

type PersistedDraft = Pick<DraftStore, 'draft' | 'spent'>

/**
 * The only shop draft on this device, persisted. Packages of the mini-program have a copy each, so a page that opens after another one
 * changed the draft reads it again (`reloadDraft`).
 */
export const useDraft = createPersistedStore<DraftStore, PersistedDraft>(
  (set) => ({
    draft: emptyDraft(),
    spent: 0,
    change: (part) => set(({ draft }) => ({ draft: { ...draft, ...part } })),
    spend: (ms) => set(({ spent }) => ({ spent: spent + ms })),
    restart: () => set({ draft: emptyDraft(), spent: 0 }),
  }),
  {
    name: 'wizard-draft',
    partialize: ({ draft, spent }) => ({ draft, spent }),
    // a draft stored by an older version lacks the fields added since
    merge: (stored, now) => {
      const persisted = stored as PersistedDraft | undefined
      return { ...now, spent: persisted?.spent ?? now.spent, draft: { ...now.draft, ...persisted?.draft } }
    },
  },
)

/** Reads the stored draft, which a page of another package may have changed. */
export const reloadDraft = (): void => void useDraft.persist.rehydrate()
