import type { Fen } from '@/domain/money'

const digits = '零一二三四五六七八九'
const places = ['千', '百', '十', ''] as const

const digit = (at: number): string => digits.charAt(at)

/** A thing is not 二 but 两, alone and before 百 and what is larger: 两元, 两百, but 十二, 二十, 十二万. */
const counted = (text: string): string =>
  text.replace(/(^|[^十])二(?=[千百万亿])/g, '$1两').replace(/^二$/, '两')

/** Four places of a number, with one 零 for each gap: 1005 → 一千零五. `more`: something larger stands before. */
function fourPlaces(value: number, more: boolean): string {
  let text = ''
  let gap = false
  for (const [at, place] of places.entries()) {
    const here = Math.floor(value / 10 ** (3 - at)) % 10
    if (here === 0) gap = true
    else {
      text += gap && (text || more) ? '零' : ''
      text += digit(here) + place
      gap = false
    }
  }
  return text
}

/** A whole number from 0 to under 10^12 as it is said before what it counts: 2 → 两, 12 → 十二, 10500 → 一万零五百. */
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
  return counted(text.replace(/^一十/, '十'))
}

/** An amount as it is said: 2500 → 二十五元, 2550 → 二十五元五角, 2505 → 二十五元零五分, 50 → 五角. */
export function spokenYuan(fen: Fen): string {
  const [yuan, jiao, rest] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10]
  const parts = [
    yuan > 0 ? `${spokenNumber(yuan)}元` : '',
    jiao > 0 ? `${spokenNumber(jiao)}角` : '',
    rest > 0 ? `${yuan > 0 && jiao === 0 ? '零' : ''}${digit(rest)}分` : '',
  ]
  return parts.join('') || '零元'
}
