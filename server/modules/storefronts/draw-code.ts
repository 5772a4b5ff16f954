import { qrModules } from '@/ui/art/qr-uri'
import { loadSharp } from '../photos/resize-photo'

const [DARK, LIGHT] = [0x22, 0xff]

/**
 * Renders a QR code as a square PNG. Its modules have an even number of px, so that they stay sharp on a poster, which draws them at
 * half the size.
 */
export async function renderQr(text: string, side: number): Promise<Buffer> {
  const rows = qrModules(text)
  const size = 2 * Math.floor(side / 2 / rows.length)
  const edge = 2 * Math.floor((side - size * rows.length) / 4)
  const pixels = Buffer.alloc(side * side, LIGHT)
  rows.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (!isDark) return
      for (let line = 0; line < size; line++) {
        const start = (edge + y * size + line) * side + edge + x * size
        pixels.fill(DARK, start, start + size)
      }
    })
  })
  const sharp = await loadSharp()
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .png({ palette: true, colours: 2 })
    .toBuffer()
}

/** Converts a code of WeChat to PNG in 16 colors, a third of its size. Rejects a picture that cannot be decoded. */
export async function compressCode(picture: Buffer): Promise<Buffer> {
  const sharp = await loadSharp()
  return sharp(picture).flatten({ background: '#ffffff' }).png({ palette: true, colours: 16 }).toBuffer()
}
