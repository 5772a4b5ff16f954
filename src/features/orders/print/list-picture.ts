import { printOrdersWords as words } from '@/locales/order/print-orders'
import { openCard } from '@/platform/media/card'
import { drawText, fillBox, maxTextHeight } from '@/ui/drawn-card/draw'
import type { ListTexts } from './list-texts'
import { divideIntoPages, type PagePicture } from './picture-pages'

/** A4 at 150 dpi. */
const WIDTH = 1240
const HEIGHT = 1754
const EDGE = 60
const INK = '#000000'
const LINE = '#999999'
const PAPER = '#ffffff'

/** The sizes of the type, and of what depends on it, in the largest type; the smallest is 11.5 points. */
const SIZES = { title: 44, big: 36, plain: 32, gap: 16, number: 110, right: 320 }
const SCALES = [1, 0.875, 0.75]
type Sizes = typeof SIZES

/** No text of an order is cut. */
const MAX_LINES = Number.POSITIVE_INFINITY

interface Line {
  text: string
  size: 'title' | 'big' | 'plain'
}

/** A part of the list that is not divided between pages; a title has neither number nor right column. */
interface Block {
  number?: string
  lines: Line[]
  right?: string
}

const big = (text: string): Line => ({ text, size: 'big' })
const plain = (text: string): Line => ({ text, size: 'plain' })
const title = (text: string): Block => ({ lines: [{ text, size: 'title' }] })

/** The first of several blocks stays on the page of its title. */
const under = (head: Block, [first, ...others]: readonly Block[]): Block[][] => [
  first ? [head, first] : [head],
  ...others.map((block) => [block]),
]

/** The blocks in the groups that stay together on a page. */
const groupsOf = ({ title: head, groups, goods, omitted }: ListTexts): Block[][] => [
  ...groups.flatMap((group, at) => {
    const [first = [], ...others] = under(
      { lines: [big(group.title)] },
      group.rows.map(({ number, who, details, money }) => ({
        number,
        lines: [...(who ? [big(who)] : []), ...details.map(plain)],
        right: money,
      })),
    )
    return [at === 0 ? [title(head), ...first] : first, ...others]
  }),
  ...under(title(words.goods), [
    ...goods.map(({ name, count }) => ({ lines: [plain(name)], right: count })),
    ...(omitted ? [{ lines: [plain(omitted)] }] : []),
  ]),
]

const left = ({ number }: Block, sizes: Sizes): number => EDGE + (number === undefined ? 0 : sizes.number)

const widthOf = (block: Block, sizes: Sizes): number =>
  WIDTH - EDGE - left(block, sizes) - (block.right === undefined ? 0 : sizes.right)

const heightOf = (block: Block, sizes: Sizes): number =>
  block.lines.reduce(
    (sum, { text, size }) => sum + maxTextHeight(text, { size: sizes[size], width: widthOf(block, sizes) }),
    2 * sizes.gap,
  )

const sumOf = (blocks: readonly Block[], sizes: Sizes): number =>
  blocks.reduce((sum, block) => sum + heightOf(block, sizes), 0)

async function drawPage(blocks: readonly Block[], sizes: Sizes): Promise<string> {
  const height = Math.max(HEIGHT, Math.ceil(sumOf(blocks, sizes) + 2 * EDGE))
  const card = await openCard(WIDTH, height)
  const { pen } = card
  fillBox(pen, PAPER, 0, 0, WIDTH, height)
  let y = EDGE
  for (const block of blocks) {
    const top = y
    if (block.right !== undefined) fillBox(pen, LINE, EDGE, top, WIDTH - 2 * EDGE, 1)
    const beside = { y: top + sizes.gap, size: sizes.plain, color: INK, bold: true }
    drawText(pen, block.number ?? '', { ...beside, x: EDGE, width: sizes.number })
    const rightAt = WIDTH - EDGE - sizes.right + sizes.gap
    drawText(pen, block.right ?? '', { ...beside, x: rightAt, width: sizes.right - sizes.gap })
    y += sizes.gap
    for (const { text, size } of block.lines)
      y = drawText(pen, text, {
        ...{ x: left(block, sizes), y, width: widthOf(block, sizes), size: sizes[size] },
        ...{ color: INK, bold: size !== 'plain', lines: MAX_LINES },
      })
    y += sizes.gap
  }
  return card.finish()
}

const scaled = (scale: number): Sizes => ({
  title: Math.round(SIZES.title * scale),
  big: Math.round(SIZES.big * scale),
  plain: Math.round(SIZES.plain * scale),
  gap: Math.round(SIZES.gap * scale),
  number: Math.round(SIZES.number * scale),
  right: Math.round(SIZES.right * scale),
})

/** The list as pictures of A4 pages, in the largest type that needs the fewest of them. */
export function listPictures(texts: ListTexts): PagePicture[] {
  const groups = groupsOf(texts)
  const divided = SCALES.map((scale) => {
    const sizes = scaled(scale)
    const pages = divideIntoPages(groups, (group) => sumOf(group, sizes), HEIGHT - 2 * EDGE)
    return { sizes, pages: pages.map((page) => page.flat()) }
  })
  const fewest = Math.min(...divided.map(({ pages }) => pages.length))
  const { sizes = SIZES, pages = [] } = divided.find((one) => one.pages.length === fewest) ?? {}
  return pages.map((page, at) => ({ name: words.page(at + 1), draw: () => drawPage(page, sizes) }))
}
