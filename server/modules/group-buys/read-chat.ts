import type { RouteReply } from '@/contract/routes'
import type { Query } from '../../db/database'
import { readChatList } from './chat-list/read-chat-list'
import { type GroupBuyKey, mustFindGroupBuy, toGroupBuy } from './store'

/** Reads a list that was pasted from a chat, against the goods and points of a group buy. */
export async function readChat(
  db: Query,
  key: GroupBuyKey,
  text: string,
): Promise<RouteReply<'POST /api/shops/:shopId/group-buys/:groupBuyId/chat-list'>> {
  const { goods, points } = await toGroupBuy(db, await mustFindGroupBuy(db, key))
  return readChatList(text, {
    points: points.map(({ id, name }) => ({ id, name })),
    goods: goods.map(({ skuId, name, label, unit }) => ({
      ...{ skuId, productName: name, unit },
      ...(label === undefined ? {} : { label }),
    })),
  })
}
