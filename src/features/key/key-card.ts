import { keyCardWords as words } from '@/locales/shop/key'
import { openCard } from '@/platform/media/card'
import { shopLink } from '@/platform/navigation/url'
import { drawQr, drawText, fillBox } from '@/ui/drawn-card/draw'

const address = (slug: string) => `${shopLink(slug).replace(/\/s\/[^/]*$/, '')}/key`

/** The address of the key page to type by hand, without its scheme. */
const keyPage = (slug: string): string => address(slug).replace(/^https?:\/\//, '')

/** The address in the key card's QR code. The key is in the fragment, which is not sent to a server. */
const keyLink = (slug: string, key: string): string => `${address(slug)}#${key}`

const WIDTH = 750
const HEIGHT = 1080
const EDGE = 56
const INNER = WIDTH - 2 * EDGE
const QR = 400
const INK = '#1c2320'
const BRAND = '#1a7f4e'

/** Draws the key card, a picture for the album: the shop's name, the printed key, its QR code and instructions. */
export async function drawKeyCard(shopName: string, slug: string, key: string): Promise<string> {
  const { pen, finish } = await openCard(WIDTH, HEIGHT)
  fillBox(pen, '#ffffff', 0, 0, WIDTH, HEIGHT)
  fillBox(pen, BRAND, 0, 0, WIDTH, 168)
  const line = { x: EDGE, width: INNER }
  drawText(pen, words.title, { ...line, y: 28, size: 34, color: '#ffffff' })
  drawText(pen, shopName, { ...line, y: 84, size: 44, color: '#ffffff', bold: true, lines: 1 })
  drawQr(pen, keyLink(slug, key), (WIDTH - QR) / 2, 196, QR)
  const [first, second] = [key.slice(0, 14), key.slice(15)]
  const print = { ...line, size: 54, color: INK, bold: true, align: 'center' as const, lines: 1 }
  drawText(pen, first, { ...print, y: 622 })
  drawText(pen, second, { ...print, y: 700 })
  const after = drawText(pen, words.how(keyPage(slug)), { ...line, y: 806, size: 32, color: INK, lines: 4 })
  drawText(pen, words.once, { ...line, y: after + 12, size: 32, color: '#a34a06', bold: true, lines: 2 })
  return finish()
}
