import { create } from 'zustand'
import { call } from '@/api/call'
import { isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { sayFailure } from '@/locales/zh-CN/failure'
import { productsWords } from '@/locales/zh-CN/products'
import { newId } from '@/platform/device/new-id'

interface Move {
  shopId: Id
  id: Id
  delta: number
}

interface Moving {
  /** On its way, or sent and never answered: it is sent again under the same id, to the shop it is of. */
  sent?: Move
  /** Tapped since. */
  waiting: number
  /** What the server answered last, until the list shows it. */
  answered?: number
  trouble?: string
}

export type OnStock = (skuId: Id, stock: number) => void

/** Stock moves by sku that the server has not answered yet; they go on while another page is looked at. */
export const useStockMoves = create<{ moves: Record<Id, Moving> }>()(() => ({ moves: {} }))

const running = new Set<Id>()

const movingOf = (skuId: Id): Moving => useStockMoves.getState().moves[skuId] ?? { waiting: 0 }

const put = (skuId: Id, moving: Moving) =>
  useStockMoves.setState(({ moves }) => ({ moves: { ...moves, [skuId]: moving } }))

/** What is to be seen: the stock that is known, and what was tapped since. */
export const stockShown = (known: number, moving: Moving | undefined): number =>
  Math.max(0, (moving?.answered ?? known) + (moving?.sent?.delta ?? 0) + (moving?.waiting ?? 0))

/** Moves a stock by a delta: shown at once, sent one after another, each under its own id. */
export function moveStock(shopId: Id, skuId: Id, delta: number, onStock: OnStock): Promise<void> {
  const { trouble: _over, ...moving } = movingOf(skuId)
  put(skuId, { ...moving, waiting: moving.waiting + delta })
  return sendMoves(shopId, skuId, onStock)
}

/** Sends what was not answered and what waits, until nothing does or the network is gone. */
export async function sendMoves(shopId: Id, skuId: Id, onStock: OnStock): Promise<void> {
  if (running.has(skuId)) return
  running.add(skuId)
  while (await sendNext(shopId, skuId, onStock));
  running.delete(skuId)
}

const postMove = (skuId: Id, { shopId, ...body }: Move) =>
  call('POST /api/shops/:shopId/skus/:skuId/stock', { params: { shopId, skuId }, body })

const known = (answered: number | undefined) => (answered === undefined ? {} : { answered })

/** The list shows a newer stock: what was answered before it no longer counts. */
export function settleStock(skuId: Id) {
  const { answered: _old, ...moving } = movingOf(skuId)
  if (_old !== undefined) put(skuId, moving)
}

/** Sends one move; `false` when there is nothing more to send now. */
async function sendNext(shopId: Id, skuId: Id, onStock: OnStock): Promise<boolean> {
  const before = movingOf(skuId)
  const move = before.sent ?? { shopId, id: newId(), delta: before.waiting }
  if (move.delta === 0) {
    put(skuId, { ...before, waiting: 0 })
    return false
  }
  put(skuId, { ...before, sent: move, waiting: before.sent ? before.waiting : 0 })
  const result = await postMove(skuId, move)
  const { waiting, answered } = movingOf(skuId)
  if (result.ok) {
    put(skuId, { waiting, answered: result.data.stock })
    onStock(skuId, result.data.stock)
    return true
  }
  const { failure } = result
  if (isTransient(failure.code)) {
    put(skuId, { ...known(answered), sent: move, waiting, trouble: sayFailure(failure) })
    return false
  }
  const left =
    failure.code === 'out-of-stock' ? (failure.current as { stock: number } | undefined)?.stock : undefined
  put(skuId, {
    ...known(left ?? answered),
    waiting: 0,
    trouble: left === undefined ? sayFailure(failure) : productsWords.tooFew(left),
  })
  if (left !== undefined) onStock(skuId, left)
  return false
}
