import decode from 'qr/decode.js'
import { qrModules } from '@/ui/qr/qr-uri'

/** The modules as the pixels a scanner sees, each 4 px wide on a white ground. */
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

describe('a code', () => {
  it.each(['https://shop.example.org/s/abcd1234', 'http://127.0.0.1:4180/key#ABCD-EFGH', '成县核桃 ¥25 €'])(
    'of %s reads back the same, with no TextEncoder in the world',
    (text) => {
      expect(typeof TextEncoder).toBe('undefined')
      expect(
        decode(pixels(text), { textDecoder: (bytes: Uint8Array) => Buffer.from(bytes).toString() }),
      ).toBe(text)
    },
  )
})
