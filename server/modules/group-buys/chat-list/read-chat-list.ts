import type { ReadEntry } from '@/domain/group-buy/read-entry'

export interface ChatContext {
  goods: readonly { skuId: string; productName: string; label?: string; unit: string }[]
  points: readonly { id: string; name: string }[]
}

export function readChatList(
  _text: string,
  _context: ChatContext,
): { entries: ReadEntry[]; other: { line: number; text: string }[] } {
  return { entries: [], other: [] }
}
