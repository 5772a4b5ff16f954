import { create } from 'zustand'
import { call } from '@/api/call'
import { isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { productListWords } from '@/locales/product/products'
import { newId } from '@/platform/device/new-id'

interface Move {
  shopId: Id
  id: Id
  delta: number
}

interface PendingMoves {
  /** The move that was sent and is unanswered; a retry uses the same id. */
  inFlight?: Move
  /** The sum of the deltas not sent yet. */
  queuedDelta: number
  /** The stock in the server's last reply, until the loaded list contains it. */
  confirmedStock?: number
  error?: string
}

export type OnStockChange = (skuId: Id, stock: number) => void

/** Unconfirmed stock moves by sku; a global store, so that sending continues on other pages. */
export const useStockMoves = create<{ moves: Record<Id, PendingMoves> }>()(() => ({ moves: {} }))

const running = new Set<Id>()

const movingOf = (skuId: Id): PendingMoves => useStockMoves.getState().moves[skuId] ?? { queuedDelta: 0 }

const put = (skuId: Id, moving: PendingMoves) =>
  useStockMoves.setState(({ moves }) => ({ moves: { ...moves, [skuId]: moving } }))

/** The stock to display: the last confirmed one plus all unconfirmed moves. */
export const displayedStock = (known: number, moving: PendingMoves | undefined): number =>
  Math.max(0, (moving?.confirmedStock ?? known) + (moving?.inFlight?.delta ?? 0) + (moving?.queuedDelta ?? 0))

/** Changes a stock by a delta: displayed at once, and sent one after another with an idempotency id each. */
export function moveStock(shopId: Id, skuId: Id, delta: number, onStock: OnStockChange): Promise<void> {
  const { error: _resolved, ...moving } = movingOf(skuId)
  put(skuId, { ...moving, queuedDelta: moving.queuedDelta + delta })
  return sendMoves(shopId, skuId, onStock)
}

/** Sends the unanswered and queued moves until none remain or one fails. */
export async function sendMoves(shopId: Id, skuId: Id, onStock: OnStockChange): Promise<void> {
  if (running.has(skuId)) return
  running.add(skuId)
  while (await sendNext(shopId, skuId, onStock));
  running.delete(skuId)
}

const postMove = (skuId: Id, { shopId, ...body }: Move) =>
  call('POST /api/shops/:shopId/skus/:skuId/stock', { params: { shopId, skuId }, body })

const known = (answered: number | undefined) => (answered === undefined ? {} : { answered })

/** Drops the confirmed stock when the loaded list has a newer one. */
export function clearConfirmedStock(skuId: Id) {
  const { confirmedStock: _old, ...moving } = movingOf(skuId)
  if (_old !== undefined) put(skuId, moving)
}

/** Sends one move; returns `false` if nothing more can be sent now. */
async function sendNext(shopId: Id, skuId: Id, onStock: OnStockChange): Promise<boolean> {
  const before = movingOf(skuId)
  const move = before.inFlight ?? { shopId, id: newId(), delta: before.queuedDelta }
  if (move.delta === 0) {
    put(skuId, { ...before, queuedDelta: 0 })
    return false
  }
  put(skuId, { ...before, inFlight: move, queuedDelta: before.inFlight ? before.queuedDelta : 0 })
  const result = await postMove(skuId, move)
  const { queuedDelta, confirmedStock } = movingOf(skuId)
  if (result.ok) {
    put(skuId, { queuedDelta, confirmedStock: result.data.stock })
    onStock(skuId, result.data.stock)
    return true
  }
  const { failure } = result
  if (isTransient(failure.code)) {
    put(skuId, { ...known(confirmedStock), inFlight: move, queuedDelta, error: describeFailure(failure) })
    return false
  }
  const remaining =
    failure.code === 'out-of-stock' ? (failure.current as { stock: number } | undefined)?.stock : undefined
  put(skuId, {
    ...known(remaining ?? confirmedStock),
    queuedDelta: 0,
    error: remaining === undefined ? describeFailure(failure) : productListWords.tooFew(remaining),
  })
  if (remaining !== undefined) onStock(skuId, remaining)
  return false
}
