import { pinyinInitials } from '../../../search-text'

/** What a pasted list is read against. */
export interface ChatGoods {
  skuId: string
  productName: string
  label?: string
  unit: string
}

/** A mention of goods in a line: the skus that it may mean. */
export interface GoodsToken {
  start: number
  end: number
  skuIds: string[]
}

const MIN_PART = 2

/** The parts of a name by which people call goods: its beginnings and ends of two characters and more. */
function partsOf(name: string): string[] {
  const parts: string[] = []
  for (let length = MIN_PART; length < name.length; length++)
    parts.push(name.slice(0, length), name.slice(-length))
  return parts
}

/** The names of goods in lower case, with the skus that each may mean. Whole names stand before parts of names. */
export function namesOf(goods: readonly ChatGoods[]): Map<string, string[]> {
  const whole = new Map<string, string[]>()
  const parts = new Map<string, string[]>()
  const add = (names: Map<string, string[]>, name: string, skuId: string) => {
    const key = name.toLowerCase()
    if (!names.get(key)?.includes(skuId)) names.set(key, [...(names.get(key) ?? []), skuId])
  }
  for (const { skuId, productName, label } of goods) {
    add(whole, productName, skuId)
    if (label) {
      add(whole, `${productName}${label}`, skuId)
      add(whole, `${label}${productName}`, skuId)
      add(parts, label, skuId)
    }
    for (const part of partsOf(productName)) add(parts, part, skuId)
    const initials = pinyinInitials(productName)
    if (initials.length >= MIN_PART) add(parts, initials, skuId)
  }
  return new Map([...parts, ...whole])
}

/** Finds the goods of a line, the longest names first. */
export function findGoods(text: string, names: ReadonlyMap<string, string[]>): GoodsToken[] {
  const lower = text.toLowerCase()
  const found: GoodsToken[] = []
  for (const name of [...names.keys()].sort((a, b) => b.length - a.length)) {
    for (let start = lower.indexOf(name); start >= 0; start = lower.indexOf(name, start + name.length)) {
      const end = start + name.length
      const isPartOfWord = /[a-z]/.test(name) && (isLetter(lower, start - 1) || isLetter(lower, end))
      if (isPartOfWord || found.some((one) => start < one.end && end > one.start)) continue
      found.push({ start, end, skuIds: names.get(name) ?? [] })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const isLetter = (text: string, at: number): boolean => /[a-z]/.test(text.charAt(at))
