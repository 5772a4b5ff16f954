import type { Fen } from '@/domain/money'

const digits = '零一二三四五六七八九'
const places = ['千', '百', '十', ''] as const

const digit = (at: number): string => digits.charAt(at)

/** Replaces 二 by 两 where Chinese requires it for quantities: 两元, 两百, but 十二, 二十, 十二万. */
const withLiang = (text: string): string =>
  text.replace(/(^|[^十])二(?=[千百万亿])/g, '$1两').replace(/^二$/, '两')

/** Four digits of a number, with one 零 per gap: 1005 → 一千零五. `hasHigher`: higher digits precede. */
function fourPlaces(value: number, hasHigher: boolean): string {
  let text = ''
  let gap = false
  for (const [at, place] of places.entries()) {
    const current = Math.floor(value / 10 ** (3 - at)) % 10
    if (current === 0) gap = true
    else {
      text += gap && (text || hasHigher) ? '零' : ''
      text += digit(current) + place
      gap = false
    }
  }
  return text
}

/** An integer from 0 to below 10^12 as a spoken quantity: 2 → 两, 12 → 十二, 10500 → 一万零五百. */
export function spokenNumber(value: number): string {
  if (value === 0) return digit(0)
  let text = ''
  for (const [size, name] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const part = Math.floor(value / size) % 1e4
    if (part > 0) text += fourPlaces(part, text !== '') + name
  }
  return withLiang(text.replace(/^一十/, '十'))
}

/** A spoken amount: 2500 → 二十五元, 2550 → 二十五元五角, 2505 → 二十五元零五分, 50 → 五角. */
export function spokenYuan(fen: Fen): string {
  const [yuan, jiao, rest] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10]
  const parts = [
    yuan > 0 ? `${spokenNumber(yuan)}元` : '',
    jiao > 0 ? `${spokenNumber(jiao)}角` : '',
    rest > 0 ? `${yuan > 0 && jiao === 0 ? '零' : ''}${digit(rest)}分` : '',
  ]
  return parts.join('') || '零元'
}
