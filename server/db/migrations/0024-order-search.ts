import type { Kysely } from 'kysely'
import type { ReportingMigration, ReportRows } from '../migration-progress'
import { updateInBatches } from '../update-in-batches'

// the text of orders as they were written when this migration was added; later changes of it bring their own migration
export const normalize = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '')

const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
const LETTERS = 'abcdefghjklmnopqrstwxyz'
const FIRST_OF_LETTER = [...'吖丷嚓咑妸发旮哈丌咔垃呣拏喔妑七呥仨他屲夕丫帀']

const knownInitials = new Map([['长', 'c']])

function initialOf(character: string): string {
  const known = knownInitials.get(character)
  if (known !== undefined) return known
  const initial = findInitial(character)
  knownInitials.set(character, initial)
  return initial
}

function findInitial(character: string): string {
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

/** Writes the text of all orders. */
export const fillOrderSearch = (db: Kysely<unknown>, report?: ReportRows): Promise<void> =>
  updateInBatches(
    db,
    {
      ...{ table: 'shop_order', key: ['shop_id', 'id'], reads: ['lines', 'receiver'] },
      ...{ column: 'search', type: 'text' },
      compute: ({ lines, receiver }) => searchText(String(receiver), String(lines)),
    },
    report,
  )

/** Adds the text by which orders are found. */
export const orderSearch: ReportingMigration = {
  async up(db: Kysely<unknown>, report) {
    await db.schema
      .alterTable('shop_order')
      .addColumn('search', 'text', (column) => column.notNull().defaultTo(''))
      .execute()
    await fillOrderSearch(db, report)
  },
}
