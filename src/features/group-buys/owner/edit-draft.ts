import { addDays, dayOf, startOfDay } from '@/domain/day'
import type { GroupBuy, GroupBuyInput, PickupPoint } from '@/domain/group-buy/group-buy'
import { DEFAULT_MAX_PER_PERSON } from '@/domain/group-buy/group-buy'
import type { Id } from '@/domain/id'
import { formatPrice, parseYuan } from '@/domain/money'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { createPersistedStore } from '@/platform/storage/persisted-store'

const HOUR_MS = 3_600_000

/** Goods as typed: texts, so that half a number is not lost. */
export interface GoodsDraft {
  skuId: Id
  price: string
  perPerson: string
  max: string
}

/** A group buy that is being written. */
export interface GroupBuyDraft {
  version: number
  words: string
  goods: GoodsDraft[]
  day: string
  hour: string
  points: PickupPoint[]
  fulfilments: Fulfilment[]
  minimumKind: 'none' | 'entries' | 'units' | 'amount'
  minimum: string
  accepts: boolean
}

export const newGoods = (skuId: Id): GoodsDraft => ({
  ...{ skuId, price: '', max: '' },
  perPerson: String(DEFAULT_MAX_PER_PERSON),
})

/** A new group buy, which ends the day after tomorrow in the evening at the shop's first pickup point. */
export const newDraft = (points: readonly PickupPoint[], now: number): GroupBuyDraft => ({
  ...{ version: 0, words: '', goods: [], day: addDays(dayOf(now), 2), hour: '20' },
  ...{ points: points.slice(0, 1), fulfilments: [], minimumKind: 'none', minimum: '', accepts: true },
})

/** A group buy as a draft; a copy of an ended one begins anew and ends later. */
export function toDraft(groupBuy: GroupBuy, now: number, isCopy = false): GroupBuyDraft {
  const { words, goods, points, fulfilments, endsAt, minimum, accepts, version } = groupBuy
  const ends = isCopy ? startOfDay(addDays(dayOf(now), 2)) + 20 * HOUR_MS : endsAt
  const day = dayOf(ends)
  return {
    ...{ version: isCopy ? 0 : version, words, points: [...points], fulfilments: [...fulfilments], accepts },
    goods: goods.map(({ skuId, price, shopPrice, maxPerPerson, max }) => ({
      skuId,
      price: price === undefined || (isCopy && price === shopPrice) ? '' : formatPrice(price),
      perPerson: maxPerPerson === undefined ? '' : String(maxPerPerson),
      max: max === undefined ? '' : String(max),
    })),
    ...{ day, hour: String(Math.round((ends - startOfDay(day)) / HOUR_MS)) },
    minimumKind: minimum?.kind ?? 'none',
    minimum: minimum ? (minimum.kind === 'amount' ? formatPrice(minimum.value) : String(minimum.value)) : '',
  }
}

const toCount = (text: string): number | undefined => {
  const count = Number.parseInt(text, 10)
  return count > 0 ? count : undefined
}

export const endOf = ({ day, hour }: Pick<GroupBuyDraft, 'day' | 'hour'>): number =>
  startOfDay(day) + Number(hour) * HOUR_MS

/** The request that saves a draft. What is no number is left out. */
export function toInput(draft: GroupBuyDraft): GroupBuyInput & { version: number } {
  const { version, words, goods, points, fulfilments, minimumKind, minimum, accepts } = draft
  const value = minimumKind === 'amount' ? (parseYuan(minimum) ?? undefined) : toCount(minimum)
  return {
    ...{ version, words: words.trim(), fulfilments, accepts, endsAt: endOf(draft) },
    goods: goods.map(({ skuId, price, perPerson, max }) => {
      const [fen, each, all] = [parseYuan(price), toCount(perPerson), toCount(max)]
      return {
        skuId,
        ...(fen ? { price: fen } : {}),
        ...(each === undefined ? {} : { maxPerPerson: Math.min(each, 999) }),
        ...(all === undefined ? {} : { max: Math.min(all, 99_999) }),
      }
    }),
    points: points
      .filter(({ name }) => name.trim())
      .map(({ id, name, when }) => ({
        id,
        name: name.trim(),
        ...(when?.trim() ? { when: when.trim() } : {}),
      })),
    ...(minimumKind !== 'none' && value !== undefined ? { minimum: { kind: minimumKind, value } } : {}),
  }
}

interface Drafts {
  drafts: Record<Id, GroupBuyDraft>
  save(groupBuyId: Id, draft: GroupBuyDraft): void
  remove(groupBuyId: Id): void
}

/** The persisted drafts, by the ids of their group buys. */
export const useGroupBuyDrafts = createPersistedStore<Drafts, Pick<Drafts, 'drafts'>>(
  (set) => ({
    drafts: {},
    save: (groupBuyId, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [groupBuyId]: draft } })),
    remove: (groupBuyId) =>
      set(({ drafts }) => {
        const { [groupBuyId]: _, ...others } = drafts
        return { drafts: others }
      }),
  }),
  { name: 'group-buy-drafts', version: 1, partialize: ({ drafts }) => ({ drafts }) },
)
