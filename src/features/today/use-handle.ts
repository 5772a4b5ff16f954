import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import type { ManagedShop, Shop } from '@/domain/shop/shop'
import { describeFailure } from '@/locales/failure'
import { go } from '@/platform/navigation/navigate'
import { useRequest } from '@/platform/network/use-request'
import { urlOf } from '@/routes'
import type { ToDo, Today } from './to-do'

/** The part of the dashboard where a to-do is handled. */
export type ToDoTarget =
  | 'waiting'
  | 'expired'
  | 'refunds'
  | 'cancel-requests'
  | 'accepted'
  | 'underway'
  | 'low-stock'
  | 'no-products'

export interface HandleOptions {
  onOpen(target: ToDoTarget): void
  onOrder(orderId: Id): void
  /** The practice shop has become real. */
  onReal(shop: ManagedShop): void
}

interface HandledShop extends HandleOptions {
  shop: Shop
  today: Today
  reload(): Promise<void>
}

/** To-dos that are handled by a request, which the first card sends. */
export const isRequest = (toDo: ToDo) => toDo === 'paper-card' || toDo === 'practice' || toDo === 'message'

/** The parameters of the page of the only new document; of all of them without. */
const oneOf = (documents: Today['documents'] = []): Record<string, string> =>
  documents.length === 1 && documents[0] ? { kind: documents[0].kind } : {}

/** Handles a to-do: opens its place, or sends its request. */
export function useHandle({ shop, today, reload, onOpen, onOrder, onReal }: HandledShop) {
  const { busy, failure, send } = useRequest()
  const params = { shopId: shop.id }
  const openOrder = (about: { orderId: Id } | undefined) => about && onOrder(about.orderId)
  const openPage = (page: 'closing' | 'money' | 'payments' | 'makeCard' | 'hiddenParts' | 'ownApp') =>
    go(urlOf(page, { shop: shop.id }))

  async function veto() {
    const result = await send(() => call('DELETE /api/shops/:shopId/paper-card', { params }))
    if (result?.ok) await reload()
  }
  async function makeReal() {
    const result = await send(() => call('POST /api/shops/:shopId/practice/end', { params }))
    if (!result?.ok) return
    onReal(result.data)
    await reload()
  }

  async function confirmMessage() {
    const messageId = today.message?.id
    if (messageId === undefined) return
    const read = { params: { shopId: shop.id, messageId } }
    const result = await send(() => call('PUT /api/shops/:shopId/messages/:messageId/read', read))
    if (result?.ok) await reload()
  }

  const handlers: Record<Exclude<ToDo, ToDoTarget>, () => unknown> = {
    'paper-card': veto,
    practice: makeReal,
    blocked: () => openPage('hiddenParts'),
    'hidden-parts': () => openPage('hiddenParts'),
    message: confirmMessage,
    'own-app': () => openPage('ownApp'),
    documents: () => go(urlOf('documents', oneOf(today.documents))),
    'shop-closed': () => openPage('closing'),
    'change-requests': () => openOrder(today.changeRequests),
    'failed-refunds': () => openOrder(today.failedRefunds),
    'refused-refunds': () => openOrder(today.refusedRefunds),
    'missing-waybills': () => openOrder(today.missingWaybills),
    'failed-payout': () => openPage('money'),
    application: () => openPage('payments'),
    'locked-card': () => openPage('makeCard'),
  }
  const hasHandler = (toDo: ToDo): toDo is keyof typeof handlers => toDo in handlers
  return {
    busy: busy !== false,
    error: failure && describeFailure(failure),
    handle: (toDo: ToDo) => void (hasHandler(toDo) ? handlers[toDo]() : onOpen(toDo)),
  }
}
