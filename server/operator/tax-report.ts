import type { Look } from '@/domain/look/look'
import { type CausedMovement, sumMovements, totalCollected } from '@/domain/payment/money-month'
import { taxReportWords as words } from '@/locales/operator/tax-report'
import type { LicenceSettings } from '@/templates/sections/licence/settings'
import type { Query } from '../db/database'
import { readJson } from '../db/json'
import { headCell, numberCell, textCell, writeSpreadsheet, yuanCell } from '../spreadsheet'

/** What a shop received in a time, in fen, and who sells there. */
interface ShopIncome {
  slug: string
  name: string
  place: string | null
  phone: string | null
  /** What the shop says of its registration (E-Commerce Law, article 15); absent when it says nothing. */
  licence?: Pick<LicenceSettings, 'basis' | 'holder' | 'number'>
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

function licenceOf({ sections }: Pick<Look, 'sections'>): ShopIncome['licence'] {
  const section = sections.find(({ kind }) => kind === 'licence')
  if (!section) return undefined
  const { basis, holder, number } = section.settings as unknown as LicenceSettings
  return basis === 'none' ? undefined : { basis, holder, number }
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
      .select(['slug', 'name', 'place', 'phone', 'look', 'look_version'])
      .where('shop_id', '=', shopId)
      .executeTakeFirst()
    if (!shop) continue
    const { look, look_version: _, ...facts } = shop
    const licence = licenceOf(readJson<Look>(look))
    incomes.push({
      ...facts,
      ...(licence ? { licence } : {}),
      ...{ orders: orders.get(shopId) ?? 0, collected, refunded: moved.refunded },
    })
  }
  return incomes.sort((one, other) => (one.slug < other.slug ? -1 : 1))
}

/**
 * The quarterly report of a platform about its sellers, as a spreadsheet. What it does not know, such as the numbers of identity cards, has
 * an empty column. Source: 国家税务总局公告2025年第15号 (State Council decree 810), income by quarter.
 */
export const incomeSheet = (incomes: readonly ShopIncome[], origin: string): Promise<Buffer> =>
  writeSpreadsheet([
    {
      name: words.sheet,
      rows: [
        words.columns.map(headCell),
        ...incomes.map(({ slug, name, place, phone, licence, orders, collected, refunded }) => [
          ...[textCell(name), textCell(`${origin}/s/${slug}`), textCell(place ?? ''), textCell(phone ?? '')],
          textCell(words.basis[licence?.basis ?? 'none']),
          ...[textCell(licence?.holder ?? ''), textCell(licence?.number ?? ''), textCell('')],
          ...[numberCell(orders), yuanCell(collected), yuanCell(refunded), yuanCell(collected - refunded)],
        ]),
      ],
    },
  ])
