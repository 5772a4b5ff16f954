import decode from 'qr/decode.js'
import { qrModules } from '@/ui/art/qr-uri'

/** Renders the modules as RGBA pixels, 4 px per module, on white. */
function pixels(text: string) {
  const rows = qrModules(text)
  const side = rows.length * 4
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let at = 0; at < side * side; at++) {
    const dark = rows[Math.floor(at / side / 4)]?.[Math.floor((at % side) / 4)]
    if (dark) data.fill(0, at * 4, at * 4 + 3)
  }
  return { width: side, height: side, data }
}

describe('qrModules', () => {
  it.each(['https://shop.example.org/s/abcd1234', 'http://127.0.0.1:4180/key#ABCD-EFGH', '成县核桃 ¥25 €'])(
    'encodes %s so that it decodes to the same text without TextEncoder',
    (text) => {
      expect(typeof TextEncoder).toBe('undefined')
      expect(
        decode(pixels(text), { textDecoder: (bytes: Uint8Array) => Buffer.from(bytes).toString() }),
      ).toBe(text)
    },
  )
})
