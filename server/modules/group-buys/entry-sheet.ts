import type { GroupBuy } from '@/domain/group-buy/group-buy'
import { type Entry, placeOf, totalsOf } from '@/domain/group-buy/hand-out'
import { entrySheetWords as words } from '@/locales/group-buy/entry-sheet'
import { headCell, numberCell, type Sheet, textCell, writeSpreadsheet, yuanCell } from '../../spreadsheet'

const MAX_SHEET_NAME = 25

/** Sheets of one file need different names, of at most 31 characters without these signs. */
const sheetName = (name: string, at: number): string =>
  `${at + 1} ${name.replace(/[\\/?*[\]:']/g, ' ').slice(0, MAX_SHEET_NAME)}`

const goodsOf = ({ goods }: GroupBuy, { lines }: Pick<Entry, 'lines'>): string =>
  lines
    .map(({ skuId, quantity }) => {
      const one = goods.find((each) => each.skuId === skuId)
      return words.goods(one?.name ?? '', quantity, one?.unit ?? '')
    })
    .join('，')

const entryRow = (groupBuy: GroupBuy, entry: Entry) => [
  numberCell(entry.number),
  textCell(entry.name),
  textCell(entry.phone.slice(-4)),
  textCell(goodsOf(groupBuy, entry)),
  entry.payment.state === 'due' ? yuanCell(entry.total) : null,
  textCell(entry.payment.state === 'due' ? '' : words.payments[entry.payment.state]),
  textCell(entry.state === 'done' ? words.handedOut : ''),
  textCell(entry.note ?? ''),
]

/** What to pack: the quantity of each sku. */
const goodsSheet = (groupBuy: GroupBuy, entries: readonly Entry[]): Sheet => ({
  name: words.totals,
  rows: [
    words.totalColumns.map(headCell),
    ...totalsOf(groupBuy, entries).map(({ skuId, quantity }) => {
      const one = groupBuy.goods.find((goods) => goods.skuId === skuId)
      return [
        textCell(one?.name ?? ''),
        textCell(one?.label ?? ''),
        numberCell(quantity),
        textCell(one?.unit ?? ''),
      ]
    }),
  ],
})

/** The entries of a group buy as a spreadsheet (xlsx): what to pack, then a sheet for each place where they are handed out. */
export function entrySheet(groupBuy: GroupBuy, entries: readonly Entry[]): Promise<Buffer> {
  const places = [...new Set(entries.map(placeOf))]
  return writeSpreadsheet([
    goodsSheet(groupBuy, entries),
    ...places.map((place, at) => ({
      name: sheetName(groupBuy.points.find(({ id }) => id === place)?.name ?? words.other, at),
      rows: [
        words.columns.map(headCell),
        ...entries.filter((entry) => placeOf(entry) === place).map((entry) => entryRow(groupBuy, entry)),
      ],
    })),
  ])
}
