import type { Box, MeasuredGoods, MeasuredItem, MeasuredList } from './in-page/measure-goods'

/** What is wrong with the measured layout of a shop's goods, as sentences. */

/** Tolerance in px, since browsers round. */
const NEAR = 1
/** Tolerance of the shape of photos. */
const SHAPE = 0.01
/** The share of a wide window that the head takes at most. */
const HEAD = 1 / 3
/** From this width on, goods stand side by side as on a computer. */
const WIDE = 1200

interface Size {
  width: number
  height: number
}

/** Lists of lines (a price board, the lines of a menu) stand in two columns in a wide window, cards in three or four. */
const isOfLines = ({ name, items }: MeasuredList) =>
  /^(price-board|group-order|product-list)/.test(name) ||
  (name === 'rooms__block' && !items.some(({ photo }) => photo))

const isNear = (one: number, other: number) => Math.abs(one - other) <= NEAR
const distinct = (numbers: readonly number[]): number[] =>
  [...numbers].sort((a, b) => a - b).filter((one, at, all) => at === 0 || !isNear(one, all[at - 1] as number))
const spread = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers)
const round = (numbers: readonly number[]) => numbers.map((one) => Math.round(one * 10) / 10).join(', ')

type Side = 'left' | 'top' | 'right' | 'bottom'

/** Distances from the end of each item to the next one that stands beside it in this direction. */
function gaps(items: readonly Box[], [start, end]: [Side, Side], [from, to]: [Side, Side]): number[] {
  return items.flatMap((item) => {
    const next = items
      .filter((other) => other[from] < item[to] - NEAR && other[to] > item[from] + NEAR)
      .map((other) => other[start] - item[end])
      .filter((gap) => gap > -NEAR * 2)
    return next.length > 0 ? [Math.min(...next)] : []
  })
}

/** Items that stand at the same height. */
const rowsOf = (items: readonly MeasuredItem[]) =>
  distinct(items.map(({ top }) => top)).map((row) => items.filter(({ top }) => isNear(top, row)))

function listFaults(list: MeasuredList): string[] {
  const { name, inner, items } = list
  const faults: string[] = []
  const fault = (isFault: boolean, words: string) => {
    if (isFault) faults.push(`${name}: ${words}`)
  }
  const across = gaps(items, ['left', 'right'], ['top', 'bottom'])
  const down = gaps(items, ['top', 'bottom'], ['left', 'right'])
  fault(spread(across) > NEAR, `gaps between columns differ (${round(across)})`)
  fault(spread(down) > NEAR, `gaps between rows differ (${round(down)})`)
  const rows = rowsOf(items)
  const columns = distinct(items.map(({ left }) => left))
  fault(!isNear(columns[0] ?? inner.left, inner.left), `the first column does not begin at its left edge`)
  const fullest = Math.max(...rows.map((row) => row.length))
  fault(columns.length > fullest, `a row stands outside of the columns (${round(columns)})`)
  const widths = items.filter(({ isLead }) => !isLead).map(({ left, right }) => right - left)
  fault(spread(widths) > NEAR, `columns are not equally wide (${round(distinct(widths))})`)
  for (const row of rows) {
    const photos = row.flatMap(({ photo }) => photo ?? [])
    const prices = row.flatMap(({ isLead, photo, price }) =>
      price && photo && !isLead ? [price.bottom] : [],
    )
    fault(!isOfLines(list) && spread(prices) > NEAR, `prices of a row are not on one line (${round(prices)})`)
    fault(spread(photos.map(({ top }) => top)) > NEAR, 'photos of a row are not at one height')
    fault(
      spread(row.filter(({ isLead }) => !isLead).map(({ bottom }) => bottom)) > NEAR,
      'cards of a row are not equally high',
    )
  }
  const shapes = items
    .filter(({ isLead }) => !isLead)
    .flatMap(({ photo }) => (photo ? [(photo.right - photo.left) / (photo.bottom - photo.top)] : []))
  fault(
    spread(shapes) > SHAPE * Math.min(...shapes),
    `photos differ in shape (${Math.min(...shapes).toFixed(2)} to ${Math.max(...shapes).toFixed(2)})`,
  )
  fault(
    items.some(({ isFilled }) => !isFilled),
    'an image does not fill the box of its photo',
  )
  return faults
}

/** True if photo, name and price of an item are above this height. */
const isAbove = (height: number, { photo, name, price }: Pick<MeasuredItem, 'photo' | 'name' | 'price'>) =>
  Boolean(name && price) && [photo, name, price].every((box) => !box || box.bottom <= height)

const isVisible = ({ inner }: MeasuredList, item: Box) => item.right <= inner.right + NEAR * 3

function wideFaults({ head, lists }: MeasuredGoods, { height }: Size): string[] {
  const faults: string[] = []
  const headHeight = head ? head.bottom - head.top : 0
  if (headHeight > height * HEAD) faults.push(`the head takes ${Math.round(headHeight)} px of ${height}`)
  const hasRow = lists.some(({ items }) => rowsOf(items)[0]?.every((item) => isAbove(height, item)))
  if (!hasRow) faults.push('no whole row of goods is above the fold')
  for (const list of lists.filter(({ items }) => items.length > 3)) {
    const count = distinct(list.items.filter((item) => isVisible(list, item)).map(({ left }) => left)).length
    const [least, most] = isOfLines(list) ? [2, 2] : [3, 4]
    if (count < least || count > most) faults.push(`${list.name}: ${count} columns`)
  }
  return faults
}

/** Faults of the line of categories. */
export function tabFaults({ tabs }: MeasuredGoods): string[] {
  if (tabs.length < 2) return ['no categories']
  return spread(tabs.map(({ top }) => top)) > NEAR ? ['categories do not stand on one line'] : []
}

/** The faults of a measured page in a window of this size. */
export function layoutFaults(goods: MeasuredGoods, size: Size): string[] {
  const { first, lists } = goods
  const faults = [...tabFaults(goods), ...lists.flatMap(listFaults)]
  if (lists.length === 0) faults.push('no list of goods')
  const lefts = lists.map(({ inner }) => inner.left)
  if (size.width >= WIDE) faults.push(...wideFaults(goods, size))
  else if (!isAbove(size.height, { photo: undefined, ...first }))
    faults.push('name and price of the first product are below the fold')
  return lefts.every((left) => left > 0 && left < size.width / 2)
    ? faults
    : [...faults, 'a list begins outside']
}
