import { allowedGroupBuyActions } from '@/domain/group-buy/group-buy'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { decodeCursor, PAGE_SIZE, readPage, toPage } from '../../db/pagination'
import type { Handlers } from '../../http/call'
import type { AppBase } from '../../server-module'
import { findShop, isHidden, mustFindVisible } from '../shops/store'
import { readEntries, readMine, readPublicEntries } from './entries'
import { handOut } from './hand-out'
import { joinGroupBuy, leaveGroupBuy } from './join-group-buy'
import { pasteEntries } from './paste-entries'
import { readChat } from './read-chat'
import { readGroupBuyPage } from './read-page'
import { removeDraft, saveGroupBuy } from './save-group-buy'
import { linkEntrySheet } from './serve-entry-sheets'
import { stepGroupBuy } from './step-group-buy'
import { mustFindGroupBuy, readOpen, readPublished, toGroupBuy, toSteppable } from './store'
import { readMessage } from './updatable-message'

const SHOWN_OPEN = 3
async function listGroupBuys(
  db: Query,
  shopId: string,
  { limit = PAGE_SIZE, cursor }: { limit?: number; cursor?: string },
) {
  decodeCursor(cursor)
  const select = db.selectFrom('group_buy').selectAll().where('shop_id', '=', shopId)
  const rows = await readPage(select, { limit, ...(cursor === undefined ? {} : { cursor }) }, [
    'created_at',
    'id',
  ])
  const page = toPage(
    rows,
    limit,
    ({ created_at: at, id }) => ({ at, id }),
    (row) => row,
  )
  return { ...page, items: await Promise.all(page.items.map((row) => toGroupBuy(db, row))) }
}

export function groupBuyHandlers({ app, deps }: Pick<AppBase, 'app' | 'deps'>) {
  const { db, clock } = deps
  return {
    'GET /api/shops/:shopId/group-buys': ({ params: { shopId }, query }) =>
      listGroupBuys(db.query, shopId, query),
    'GET /api/shops/:shopId/group-buys/:groupBuyId': async ({ params }) => {
      const row = await mustFindGroupBuy(db.query, params)
      const groupBuy = await toGroupBuy(db.query, row)
      return { groupBuy, actions: allowedGroupBuyActions(await toSteppable(db.query, row, groupBuy)) }
    },
    'PUT /api/shops/:shopId/group-buys/:groupBuyId': ({ params, body, auth }) =>
      auth.withRight((tx) => saveGroupBuy(tx, params, body, clock())),
    'DELETE /api/shops/:shopId/group-buys/:groupBuyId': ({ params, auth }) =>
      auth.withRight((tx) => removeDraft(tx, params)),
    'POST /api/shops/:shopId/group-buys/:groupBuyId/steps': ({ params, body, auth }) =>
      auth.withRight((tx) => stepGroupBuy(tx, params, body, clock())),
    'GET /api/storefronts/:slug/group-buys': async ({ params: { slug } }) => {
      const shopId = await mustFindVisible(db.query, slug)
      return { items: await readOpen(db.query, shopId, { limit: SHOWN_OPEN }) }
    },
    'GET /api/storefronts/:slug/group-buys/:groupBuyId': ({ params: { slug, groupBuyId } }) =>
      readGroupBuyPage(deps, slug, groupBuyId),
    'GET /api/storefronts/:slug/group-buys/:groupBuyId/message': ({ params: { slug, groupBuyId } }) =>
      readMessage(deps, slug, groupBuyId, app.log),
    'GET /api/shops/:shopId/group-buys/:groupBuyId/entries': async ({ params, query }) => {
      const shop = await findShop(db.query, params.shopId)
      if (!shop || isHidden(shop)) throw new ApiError('not-found')
      await readPublished(db.query, params)
      return readPublicEntries(db.query, params, query)
    },
    'GET /api/shops/:shopId/group-buys/:groupBuyId/mine': async ({ params, auth: { accountId } }) => {
      await readPublished(db.query, params)
      return readMine(db.query, params, accountId, clock())
    },
    'PUT /api/shops/:shopId/group-buys/:groupBuyId/entries/:orderId': ({
      params,
      body,
      auth: { accountId },
    }) => joinGroupBuy(deps, { ...params, accountId, request: body }),
    'DELETE /api/shops/:shopId/group-buys/:groupBuyId/entries/:orderId': ({ params, auth }) =>
      auth.withRight((tx) => leaveGroupBuy(tx, params, auth.role, clock())),
    'GET /api/shops/:shopId/group-buys/:groupBuyId/entry-orders': ({ params, query }) =>
      readEntries(db.query, params, query),
    'POST /api/shops/:shopId/group-buys/:groupBuyId/chat-list': ({ params, body: { text } }) =>
      readChat(db.query, params, text),
    'POST /api/shops/:shopId/group-buys/:groupBuyId/pasted': ({ params, body, auth }) =>
      pasteEntries(deps, params, body, auth.withRight),
    'POST /api/shops/:shopId/group-buys/:groupBuyId/hand-outs': ({ params, body: { ticks }, auth }) =>
      auth.withRight((tx) => handOut(tx, params, ticks, clock())),
    'POST /api/shops/:shopId/group-buys/:groupBuyId/sheets': ({ params, auth: { accountId }, request }) =>
      linkEntrySheet(deps, request, { ...params, accountId }),
  } satisfies Partial<Handlers>
}
