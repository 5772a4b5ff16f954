import { readChatList } from '../../../../server/modules/group-buys/chat-list/read-chat-list'
import { unseenLists1 } from './chat-list/lists/unseen-1'
import { unseenLists2 } from './chat-list/lists/unseen-2'
import { unseenLists3 } from './chat-list/lists/unseen-3'
import { unseenLists4 } from './chat-list/lists/unseen-4'
import { unseenLists5 } from './chat-list/lists/unseen-5'
import { unseenLists6 } from './chat-list/lists/unseen-6'
import { unseenLists7 } from './chat-list/lists/unseen-7'
import { unseenLists8 } from './chat-list/lists/unseen-8'
import { unseenLists9 } from './chat-list/lists/unseen-9'
import { unseenLists10 } from './chat-list/lists/unseen-10'
import type { PastedList } from './chat-list/pasted-list'

const lists: readonly PastedList[] = [
  ...[unseenLists1, unseenLists2, unseenLists3, unseenLists4, unseenLists5].flat(),
  ...[unseenLists6, unseenLists7, unseenLists8, unseenLists9, unseenLists10].flat(),
]

const goodsOf = (lines: readonly { skuId: string; quantity: number }[]) =>
  lines
    .map(({ skuId, quantity }) => `${skuId} ${quantity}`)
    .sort()
    .join(',')

/** The expected entries of a list that are read with their goods and without a doubt, or that are doubtful and open. */
function countRight({ goods, points, text, entries }: PastedList): number {
  const read = readChatList(text, { goods, points }).entries
  return entries.filter(({ name, number, lines, isOpen, kind }) => {
    const found = read.find((one) => (number === undefined ? one.name === name : one.number === number))
    if (kind === 'cancel') return found?.kind === 'cancel'
    if (isOpen) return found !== undefined && found.doubts.length > 0
    return found !== undefined && goodsOf(found.lines) === goodsOf(lines)
  }).length
}

describe('readChatList of lists that were written without knowing it', () => {
  it('finds the goods of most entries', () => {
    const expected = lists.reduce((sum, { entries }) => sum + entries.length, 0)
    const right = lists.reduce((sum, list) => sum + countRight(list), 0)
    // measured on the first reading: 78 %; it may only rise, to 95 %
    expect(right / expected).toBeGreaterThan(0.78)
  })
})
