import { dayOf } from '@/domain/day'
import type { Look } from '@/domain/look/look'
import { type CausedMovement, sumMovements, totalCollected } from '@/domain/payment/money-month'
import { taxReportWords as words } from '@/locales/operator/tax-report'
import type { LicenceSettings } from '@/templates/sections/licence/settings'
import type { Query } from '../db/database'
import { readJson } from '../db/json'
import type { ShopRow } from '../modules/shops/store'
import { headCell, numberCell, textCell, writeSpreadsheet, yuanCell } from '../spreadsheet'

/** A shop, and who sells there. */
interface Seller {
  slug: string
  name: string
  place: string | null
  phone: string | null
  /** What the shop says of its registration (E-Commerce Law, article 15); absent when it says nothing. */
  licence?: Pick<LicenceSettings, 'basis' | 'holder' | 'number'>
}

/** What a shop received in a time, in fen. */
interface ShopIncome extends Seller {
  orders: number
  /** What buyers paid by any means. */
  collected: number
  /** What went back to them. */
  refunded: number
}

/** The sums of the ledger of every shop in a time, by cause and accounts. */
const readSums = (db: Query, from: number, until: number) =>
  db
    .selectFrom('ledger')
    .select((eb) => ['shop_id', 'cause', 'debit', 'credit', eb.fn.sum('amount').as('amount')])
    .where('created_at', '>=', from)
    .where('created_at', '<', until)
    .groupBy(['shop_id', 'cause', 'debit', 'credit'])
    .orderBy('shop_id')
    .execute()

/** The number of orders of every shop for which money moved in a time. */
const readOrders = (db: Query, from: number, until: number) =>
  db
    .selectFrom('ledger')
    .select((eb) => ['shop_id', eb.fn.count('order_id').distinct().as('orders')])
    .where('created_at', '>=', from)
    .where('created_at', '<', until)
    .where('cause', 'in', ['collected', 'paid'])
    .groupBy('shop_id')
    .execute()

function licenceOf({ sections }: Pick<Look, 'sections'>): Seller['licence'] {
  const section = sections.find(({ kind }) => kind === 'licence')
  if (!section) return undefined
  const { basis, holder, number } = section.settings as unknown as LicenceSettings
  return basis === 'none' ? undefined : { basis, holder, number }
}

type SellerRow = Pick<ShopRow, 'slug' | 'name' | 'place' | 'phone' | 'look'>

function toSeller({ look, slug, name, place, phone }: SellerRow): Seller {
  const licence = licenceOf(readJson<Look>(look))
  return { slug, name, place, phone, ...(licence ? { licence } : {}) }
}

/** A seller, whether they sold or not. */
interface ListedSeller extends Seller {
  openedAt: number
  isBlocked: boolean
}

/** Looks are large, so shops are read in parts. */
const SHOPS_PER_READ = 200

/** Reads every shop but those of lessons, by their ids. */
export async function readSellers(db: Query): Promise<ListedSeller[]> {
  const sellers: ListedSeller[] = []
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('shop')
      .select(['shop_id', 'slug', 'name', 'place', 'phone', 'look', 'opened_at', 'blocked_at'])
      .where('shop_id', '>', after)
      .where('practice_until', 'is', null)
      .orderBy('shop_id')
      .limit(SHOPS_PER_READ)
      .execute()
    for (const { opened_at, blocked_at, ...row } of rows)
      sellers.push({ ...toSeller(row), openedAt: opened_at, isBlocked: blocked_at !== null })
    if (rows.length < SHOPS_PER_READ) return sellers
    after = rows.at(-1)?.shop_id ?? ''
  }
}

/** The slugs of the shops that operators have removed since a time: nothing of them is in the database but the record of it. */
export async function readRemovedShops(db: Query, since = 0): Promise<string[]> {
  const rows = await db
    .selectFrom('operator_log')
    .select('slug')
    .where('action', '=', 'remove')
    .where('at', '>=', since)
    .orderBy('at')
    .execute()
  return [...new Set(rows.map(({ slug }) => slug))]
}

/** The income of every shop that received or returned money in a time, by slug. */
export async function readIncome(db: Query, from: number, until: number): Promise<ShopIncome[]> {
  const sums = await readSums(db, from, until)
  const orders = new Map((await readOrders(db, from, until)).map((row) => [row.shop_id, Number(row.orders)]))
  const movements = new Map<string, CausedMovement[]>()
  for (const { shop_id, amount, ...movement } of sums)
    movements.set(shop_id, [...(movements.get(shop_id) ?? []), { ...movement, amount: Number(amount) }])
  const incomes: ShopIncome[] = []
  for (const [shopId, ofShop] of movements) {
    const moved = sumMovements(ofShop)
    const collected = totalCollected(moved)
    if (collected === 0 && moved.refunded === 0) continue
    const shop = await db
      .selectFrom('shop')
      .select(['slug', 'name', 'place', 'phone', 'look'])
      .where('shop_id', '=', shopId)
      .executeTakeFirst()
    if (!shop) continue
    incomes.push({
      ...toSeller(shop),
      ...{ orders: orders.get(shopId) ?? 0, collected, refunded: moved.refunded },
    })
  }
  return incomes.sort((one, other) => (one.slug < other.slug ? -1 : 1))
}

/** What both sheets say of a seller. Numbers of identity cards are not stored, so their column is empty. */
const sellerCells = ({ slug, name, place, phone, licence }: Seller, origin: string) => [
  ...[textCell(name), textCell(`${origin}/s/${slug}`), textCell(place ?? ''), textCell(phone ?? '')],
  textCell(words.basis[licence?.basis ?? 'none']),
  ...[textCell(licence?.holder ?? ''), textCell(licence?.number ?? ''), textCell('')],
]

/**
 * The quarterly report of a platform about its sellers, as a spreadsheet: their income, for the tax office, and who all of them are, for the
 * market regulator as well. Sources: 国家税务总局公告2025年第15号 (State Council decree 810), income by quarter; E-Commerce Law, article 28.
 */
export const sellerReport = (
  incomes: readonly ShopIncome[],
  sellers: readonly ListedSeller[],
  origin: string,
): Promise<Buffer> =>
  writeSpreadsheet([
    {
      name: words.incomes,
      rows: [
        [...words.seller, ...words.income].map(headCell),
        ...incomes.map(({ orders, collected, refunded, ...seller }) => [
          ...sellerCells(seller, origin),
          ...[numberCell(orders), yuanCell(collected), yuanCell(refunded), yuanCell(collected - refunded)],
        ]),
      ],
    },
    {
      name: words.sellers,
      rows: [
        [...words.seller, ...words.state].map(headCell),
        ...sellers.map(({ openedAt, isBlocked, ...seller }) => [
          ...sellerCells(seller, origin),
          ...[textCell(dayOf(openedAt)), textCell(isBlocked ? words.blocked : words.open)],
        ]),
      ],
    },
  ])
