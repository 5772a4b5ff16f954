import type { ServerModule } from '../../server-module'
import { confirmMessage } from './shop-messages'

export const shopMessagesModule = (({ deps: { db, clock } }) => ({
  handlers: {
    'PUT /api/shops/:shopId/messages/:messageId/read': ({ params: { shopId, messageId } }) =>
      db.withTx(async (tx) => ({ readAt: await confirmMessage(tx, shopId, messageId, clock()) })),
  },
})) satisfies ServerModule
