import { dayWords } from '../day'
import { translated } from '../translation'

/** "2 斤"; a unit that begins with a digit is put in brackets: "2 份（500克）". */
const count = (quantity: number, unit: string): string =>
  /^\d/.test(unit) ? `${quantity} 份（${unit}）` : `${quantity} ${unit}`

export const orderLinesWords = translated('orderLinesWords', {
  name: (name: string, label: string | undefined) => (label ? `${name}（${label}）` : name),
  date: (day: string) => `${dayWords(day)}的`,
  count,
  yuan: (amount: string) => `¥${amount}`,
  goods: '货款',
  total: '合计',
} as const)
