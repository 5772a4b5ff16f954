import type { ChatDoubt, ReadEntry } from '@/domain/group-buy/read-entry'
import { type ChatGoods, findGoods, type GoodsToken, namesOf } from './goods-names'
import { normalizeChat } from './numbers'
import { convert, findQuantities, type QuantityToken, quantityPattern } from './quantities'

export interface ChatContext {
  goods: readonly ChatGoods[]
  points: readonly { id: string; name: string }[]
}

interface ChatList {
  entries: ReadEntry[]
  /** Lines that are no entries. */
  other: { line: number; text: string }[]
}

const MAX_LINES = 500
const MAX_QUANTITY = 999
const MAX_NAME = 12

const NUMBER = /^\s*(\d{1,4})\s*(?:[.、):,](?!\d)|\s+(?=\D))\s*/
const PHONE = /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/
const CANCEL = /取消|不要了|不接了|退出|去掉/
const SAME = /同上|跟上面一样|和上面一样|一样的/
/** Words with which a quantity or goods may not be meant as written. */
const UNSURE = /不|别|没|换|改|减|或|还是|待定|看情况|送|赠|左右|以上|多|\?|~|-\d/
/** Words around goods that change nothing. */
const FILLERS = /(?:我要|要|来|订|报名|接龙|加|谢谢|麻烦|老板|哦|啊|呀|吧|的|哈|了)/g
const SIGNS = /[\s,，。.、;；:：!！/|()（）【】[\]"'“”+#@&…~]+/

type Reader = ReturnType<typeof createReader>

function createReader({ goods, points }: ChatContext) {
  return {
    goods,
    points: [...points].sort((a, b) => b.name.length - a.name.length),
    names: namesOf(goods),
    quantities: quantityPattern(goods.map(({ unit }) => unit)),
  }
}

/**
 * Reads a list that was pasted from a chat. A line is certain, or has doubts that say why it may be wrong. A number that appears again
 * replaces the earlier line; lines that are no entries are answered apart.
 */
export function readChatList(text: string, context: ChatContext): ChatList {
  const reader = createReader(context)
  const list: ChatList = { entries: [], other: [] }
  for (const [line, original] of text.split('\n').slice(0, MAX_LINES).entries()) {
    const entry = readLine(reader, original, list.entries.at(-1))
    if (!entry) {
      if (original.trim()) list.other.push({ line, text: original })
      continue
    }
    const replaced = list.entries.findIndex(({ number }) => number !== undefined && number === entry.number)
    if (replaced >= 0) list.entries.splice(replaced, 1)
    list.entries.push({ ...entry, line, text: original })
  }
  return list
}

type Line = Omit<ReadEntry, 'line' | 'text'>

/** A line as an entry; `undefined` when it is none. */
function readLine(reader: Reader, original: string, before: ReadEntry | undefined): Line | undefined {
  let text = normalizeChat(original).trim()
  if (!text || /^(#|例|例如|示例)/.test(text)) return undefined
  const numbered = NUMBER.exec(text)
  if (numbered) text = text.slice(numbered[0].length)
  const phone = PHONE.exec(text)?.[0]
  if (phone) text = text.replace(phone, ' ')
  const point = reader.points.find(({ name }) => text.includes(name))
  if (point) text = text.replace(point.name, ' ')
  const isCancelled = CANCEL.test(text)
  const isSame = SAME.test(text)
  const plain = isCancelled || isSame ? text.replace(CANCEL, ' ').replace(SAME, ' ') : text
  const goods = findGoods(plain, reader.names)
  const amounts = findQuantities(plain, reader.quantities).filter(
    (one) => !goods.some(({ start, end }) => one.start < end && one.end > start),
  )
  const isEntry = numbered !== null || goods.length + amounts.length > 0 || isSame
  if (!isEntry || (isCancelled && !numbered && goods.length > 0)) return undefined
  const rest = restOf(plain, [...goods, ...amounts])
  const [name, ...notes] = rest.words
  const found =
    isSame && before ? { lines: before.lines, doubts: before.doubts } : pair(reader, goods, amounts)
  const doubts = new Set<ChatDoubt>(isCancelled ? [] : found.doubts)
  if (name === undefined || name.length > MAX_NAME || rest.isGlued) doubts.add('no-name')
  if (UNSURE.test(plain) || notes.some((note) => /[\d一二两三四五六七八九十半]/.test(note)))
    doubts.add('unread-words')
  if (reader.points.length > 1 && !point && !isCancelled) doubts.add('which-point')
  return {
    kind: isCancelled ? 'cancel' : 'entry',
    ...(numbered ? { number: Number(numbered[1]) } : {}),
    ...(name === undefined ? {} : { name: name.slice(0, MAX_NAME) }),
    ...(phone ? { phone: phone.replace(/\D/g, '') } : {}),
    ...(point ? { pointId: point.id } : {}),
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
    lines: isCancelled ? [] : found.lines,
    doubts: [...doubts],
  }
}

interface Place {
  start: number
  end: number
}

/** What a line says besides goods and quantities; `isGlued` when a word touches the end of goods, which may be a part of a name. */
function restOf(text: string, tokens: readonly Place[]) {
  let rest = ''
  let at = 0
  let isGlued = false
  for (const { start, end } of [...tokens].sort((a, b) => a.start - b.start)) {
    rest += `${text.slice(at, start)} `
    at = end
  }
  rest += text.slice(at)
  const first = [...tokens].sort((a, b) => a.start - b.start)[0]
  if (
    first?.start === 0 &&
    /^[\u4e00-\u9fff]/.test(text.slice(first.end)) &&
    !isQuantityAt(tokens, first.end)
  )
    isGlued = true
  const words = rest
    .split(SIGNS)
    .map((word) => word.replace(FILLERS, ''))
    .filter(Boolean)
  return { words, isGlued }
}

const isQuantityAt = (tokens: readonly Place[], at: number): boolean =>
  tokens.some(({ start }) => start === at)

/** Pairs goods with the quantities beside them: after each, or before each when the line begins with a quantity. */
function pair(reader: Reader, goods: readonly GoodsToken[], amounts: readonly QuantityToken[]) {
  const doubts: ChatDoubt[] = []
  const lines: { skuId: string; quantity: number }[] = []
  const [only] = reader.goods
  if (goods.length === 0) {
    if (reader.goods.length > 1 || !only)
      return { lines, doubts: [amounts.length > 0 ? 'which-goods' : 'no-goods'] as ChatDoubt[] }
    const [amount] = amounts
    if (!amount) return { lines, doubts: ['no-quantity'] as ChatDoubt[] }
    if (amounts.length > 1) doubts.push('unknown-goods')
    add(reader, only.skuId, amount)
    return { lines, doubts }
  }
  const isBefore = amounts.length > 0 && (amounts[0]?.start ?? 0) < (goods[0]?.start ?? 0)
  const used = new Set<QuantityToken>()
  goods.forEach((token, at) => {
    const [skuId, ...others] = token.skuIds
    const limit = goods[at + 1]?.start ?? Number.POSITIVE_INFINITY
    const from = goods[at - 1]?.end ?? 0
    const amount = isBefore
      ? amounts.find((one) => one.end <= token.start && one.start >= from)
      : amounts.find((one) => one.start >= token.end && one.start < limit)
    if (others.length > 0 || skuId === undefined) doubts.push('which-goods')
    if (!amount) doubts.push('no-quantity')
    if (amount) used.add(amount)
    if (skuId !== undefined) add(reader, skuId, amount)
  })
  if (amounts.some((one) => !used.has(one))) doubts.push('unknown-goods')
  return { lines, doubts }

  function add({ goods: all }: Reader, skuId: string, amount: QuantityToken | undefined) {
    const quantity = amount ? convert(amount, all.find((one) => one.skuId === skuId)?.unit ?? '') : 1
    if (quantity === null) doubts.push('unread-words')
    else if (!Number.isInteger(quantity) || quantity === 0) doubts.push('half-quantity')
    else if (quantity > MAX_QUANTITY) doubts.push('quantity-too-large')
    const known = lines.find((one) => one.skuId === skuId)
    if (known) doubts.push('which-goods')
    else lines.push({ skuId, quantity: Math.max(1, Math.min(MAX_QUANTITY, Math.floor(quantity ?? 1))) })
  }
}
