import type { Kysely, Migration } from 'kysely'

/** The columns of orders that this migration reads and writes. */
interface Orders {
  shop_order: { shop_id: string; id: string; lines: string; receiver: string; search: string }
}

/** Orders that are changed between two reads. */
const BATCH_SIZE = 500

// the text of orders as they were written when this migration was added; later changes of it bring their own migration
export const normalize = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '')

const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
const LETTERS = 'abcdefghjklmnopqrstwxyz'
const FIRST_OF_LETTER = [...'吖丷嚓咑妸发旮哈丌咔垃呣拏喔妑七呥仨他屲夕丫帀']

function initialOf(character: string): string {
  if (character === '长') return 'c'
  const after = FIRST_OF_LETTER.findIndex((first) => byPinyin.compare(character, first) < 0)
  return LETTERS.charAt((after < 0 ? LETTERS.length : after) - 1)
}

export const initialsOf = (text: string): string =>
  /[\u4e00-\u9fff]/.test(text) ? normalize(text).replace(/[\u4e00-\u9fff]/g, initialOf) : ''

function searchText(receiver: string, lines: string): string {
  const { name, phone } = JSON.parse(receiver) as { name: string; phone: string }
  const goods = (JSON.parse(lines) as { name: string; label?: string }[]).map(
    ({ name: product, label = '' }) => product + label,
  )
  const texts = [name, phone, ...new Set(goods)]
  return [...new Set([...texts.map(normalize), ...texts.map(initialsOf)])].filter(Boolean).join('\n')
}

/** Writes the text of all orders, in the order of their keys. */
export async function fillOrderSearch(db: Kysely<Orders>): Promise<void> {
  let last = { shop_id: '', id: '' }
  for (;;) {
    const { shop_id: shopId, id: orderId } = last
    const rows = await db
      .selectFrom('shop_order')
      .select(['shop_id', 'id', 'lines', 'receiver'])
      .where((eb) =>
        eb.or([eb('shop_id', '>', shopId), eb.and([eb('shop_id', '=', shopId), eb('id', '>', orderId)])]),
      )
      .orderBy('shop_id')
      .orderBy('id')
      .limit(BATCH_SIZE)
      .execute()
    for (const { shop_id, id, lines, receiver } of rows)
      await db
        .updateTable('shop_order')
        .set({ search: searchText(receiver, lines) })
        .where('shop_id', '=', shop_id)
        .where('id', '=', id)
        .execute()
    const next = rows.at(-1)
    if (!next) return
    last = next
  }
}

/** Adds the text by which orders are found. */
export const orderSearch: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('shop_order')
      .addColumn('search', 'text', (column) => column.notNull().defaultTo(''))
      .execute()
    await fillOrderSearch(db as Kysely<Orders>)
  },
}
