import type { Drawable, Pen } from '@/platform/media/card-types'
import { qrModules } from '../qr/qr-uri'

const FAMILY = '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif'

interface Writing {
  x: number
  /** The top of the first line. */
  y: number
  /** Longer lines are broken here. */
  width: number
  size: number
  colour: string
  bold?: boolean
  align?: 'left' | 'center'
  /** At most so many lines; the rest is left out. */
  lines?: number
}

/** What stays together: a word of Latin letters (an address), or one character with the marks after it. */
const PIECES = /[!-~]+\s?|.[，。、：；！？）」]*/g

/** Text broken between any two pieces, as Chinese is. */
function broken(pen: Pen, text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(PIECES) ?? []) {
    if (line && pen.measureText(line + piece).width > width) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return line ? [...lines, line] : lines
}

/** Writes a text on a card; answers where the next thing may begin. */
export function write(pen: Pen, text: string, how: Writing): number {
  const { x, y, width, size, align = 'left', lines = 3 } = how
  pen.font = `${how.bold ? 'bold ' : ''}${size}px ${FAMILY}`
  pen.fillStyle = how.colour
  pen.textAlign = align
  pen.textBaseline = 'top'
  const shown = broken(pen, text, width).slice(0, lines)
  const height = size * 1.4
  shown.forEach((line, at) => {
    pen.fillText(line, align === 'center' ? x + width / 2 : x, y + at * height)
  })
  return y + shown.length * height
}

export function fillBox(pen: Pen, colour: string, x: number, y: number, width: number, height: number) {
  pen.fillStyle = colour
  pen.fillRect(x, y, width, height)
}

/** A code of whole px, so that every scanner reads it; at most `size` wide, in the middle of that square. */
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

/** A picture that fills a box; what does not fit is cut off evenly. */
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
