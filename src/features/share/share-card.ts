import { openCard } from '@/platform/media/card'
import { drawCover, drawText, fillBox } from '@/ui/drawn-card/draw'
import { inTime, loadFirst } from '@/ui/drawn-card/load-first'
import type { SharedThing } from './shared-thing'

/** 5:4, the shape of the cards in WeChat's chats. */
const WIDTH = 500
const HEIGHT = 400
const PICTURE = 276
const EDGE = 24
const INK = '#1c2320'

/** A card that takes longer is not waited for, in ms. */
const CARD_MS = 8000

async function draw(thing: SharedThing, pictures: readonly string[]): Promise<string> {
  const card = await openCard(WIDTH, HEIGHT)
  const { pen } = card
  const { theme } = thing.facts
  fillBox(pen, '#ffffff', 0, 0, WIDTH, HEIGHT)
  fillBox(pen, theme.soft, 0, 0, WIDTH, PICTURE)
  const found = await loadFirst(card, [...pictures, thing.drawing])
  if (found) drawCover(pen, found, 0, 0, WIDTH, PICTURE)
  const line = { x: EDGE, width: WIDTH - 2 * EDGE, bold: true, lines: 1 }
  drawText(pen, thing.name, { ...line, y: PICTURE + 12, size: 38, color: INK })
  drawText(pen, thing.line, { ...line, y: PICTURE + 66, size: 36, color: theme.price })
  return card.finish()
}

/**
 * Draws the card of a shop or product: its picture, name and price. A picture that cannot be loaded or drawn is replaced by a
 * drawing; `null` if the phone cannot draw, or not in time.
 */
export const drawShareCard = (thing: SharedThing): Promise<string | null> =>
  inTime(
    draw(thing, thing.pictures).catch(() => draw(thing, [])),
    CARD_MS,
  )
