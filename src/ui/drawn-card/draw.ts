import type { Drawable, Pen } from '@/platform/media/media-types'
import { qrModules } from '@/ui/art/qr-uri'

const FAMILY = '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif'

interface TextLayout {
  x: number
  /** The top of the first line. */
  y: number
  /** Lines are wrapped at this width. */
  width: number
  size: number
  color: string
  bold?: boolean
  align?: 'left' | 'center'
  /** Maximum number of lines; the rest is omitted. */
  lines?: number
}

/** Unbreakable pieces: an ASCII word, or one character with the punctuation after it. */
const PIECES = /[!-~]+\s?|.[，。、：；！？）」]*/g

/** Returns the width of a text in px. */
type Measure = (text: string) => number

/** Wraps a text between any two pieces, as is usual for Chinese. A word longer than a line is broken anywhere. */
function wrapText(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  const pieces = (text.match(PIECES) ?? []).flatMap((piece) =>
    measure(piece.trim()) > width ? [...piece] : [piece],
  )
  for (const piece of pieces) {
    if (line && measure(line + piece) > width) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return line ? [...lines, line] : lines
}

const LINE_HEIGHT = 1.4

/** The width of a narrow ASCII letter at most, as a part of its height. */
const NARROW_WIDTH = 0.7
/** ASCII letters that are nearly as wide as they are high, as Chinese letters are. */
const WIDE = /[A-Z@%&mw]/

const maxWidth = (text: string, size: number): number =>
  [...text].reduce(
    (sum, letter) => sum + (letter < '\u0080' && !WIDE.test(letter) ? NARROW_WIDTH : 1) * size,
    0,
  )

/** The height that a text takes at most, which needs no canvas. */
export function maxTextHeight(
  text: string,
  { width, size, lines = Number.POSITIVE_INFINITY }: Pick<TextLayout, 'width' | 'size' | 'lines'>,
): number {
  const rows = wrapText(text, width, (part) => maxWidth(part, size)).length
  return Math.min(lines, rows) * size * LINE_HEIGHT
}

/** Draws a text on a card; returns the y coordinate below it. */
export function drawText(pen: Pen, text: string, layout: TextLayout): number {
  const { x, y, width, size, align = 'left', lines = 3 } = layout
  pen.font = `${layout.bold ? 'bold ' : ''}${size}px ${FAMILY}`
  pen.fillStyle = layout.color
  pen.textAlign = align
  pen.textBaseline = 'top'
  const shown = wrapText(text, width, (part) => pen.measureText(part).width).slice(0, lines)
  const height = size * LINE_HEIGHT
  shown.forEach((line, at) => {
    pen.fillText(line, align === 'center' ? x + width / 2 : x, y + at * height)
  })
  return y + shown.length * height
}

export function fillBox(pen: Pen, color: string, x: number, y: number, width: number, height: number) {
  pen.fillStyle = color
  pen.fillRect(x, y, width, height)
}

/** Draws a QR code with modules of whole px, centered in a square of `size`. */
export function drawQr(pen: Pen, text: string, x: number, y: number, size: number) {
  const rows = qrModules(text)
  const side = Math.floor(size / rows.length)
  const edge = Math.floor((size - side * rows.length) / 2)
  fillBox(pen, '#ffffff', x, y, size, size)
  pen.fillStyle = '#1c2320'
  rows.forEach((row, line) => {
    row.forEach((dark, at) => {
      if (dark) pen.fillRect(x + edge + at * side, y + edge + line * side, side, side)
    })
  })
}

/** Draws a picture that covers a box; excess is cropped evenly. */
export function drawCover(pen: Pen, picture: Drawable, x: number, y: number, width: number, height: number) {
  const scale = Math.max(width / picture.width, height / picture.height)
  const [wide, high] = [picture.width * scale, picture.height * scale]
  pen.save()
  pen.beginPath()
  pen.moveTo(x, y)
  pen.lineTo(x + width, y)
  pen.lineTo(x + width, y + height)
  pen.lineTo(x, y + height)
  pen.closePath()
  pen.clip()
  pen.drawImage(picture.image, x + (width - wide) / 2, y + (height - high) / 2, wide, high)
  pen.restore()
}
