import { useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/sku'
import { sayFailure } from '@/locales/zh-CN/failure'
import { productWords } from '@/locales/zh-CN/products'
import { bodyOf, type Draft, type DraftFaults, faultsOf, isAsSent, type ProductBody } from './product-draft'

interface SaveProduct {
  /** Saving was tried, so what is missing is said. */
  tried: boolean
  busy?: 'photos' | 'product'
  /** What came in between; while the draft has faults, the first of them as it is now. */
  trouble?: string
  /** The product as somebody else saved it meanwhile. */
  theirs?: Product
  save(draft: Draft): Promise<void>
  decideLater(): void
}

interface Options {
  draft: Draft
  shopId: Id
  /** Sends photos that are not on the server yet; `false` when one did not arrive. */
  sendPhotos(): Promise<boolean>
  /** Sends those at these places once more, which the server has no longer. */
  sendAgain(places: readonly number[]): Promise<boolean>
  onSaved(product: Product): void
}

/** What is wrong first, in words: the field itself may be out of sight. */
function faultyWords(faults: DraftFaults): string | undefined {
  const says = productWords.faults
  if (faults.name) return says.name
  if (faults.unit) return says.unit
  const [first] = Object.values(faults.skus).flat()
  return first && says[first]
}

/** Places of photos that the server does not know: it keeps what nothing uses for a week. */
const lostPhotos = ({ code, fields = [] }: Failure): number[] =>
  code === 'bad-input'
    ? fields.flatMap(({ path }) => /^\/photos\/(\d+)$/.exec(path)?.slice(1).map(Number) ?? [])
    : []

const put = (shopId: Id, productId: Id, body: ProductBody) =>
  call('PUT /api/shops/:shopId/products/:productId', { params: { shopId, productId }, body })

/**
 * Saves a product once however often it is tapped. A save whose reply was lost is recognised in what the server has:
 * it counts as saved, and what was typed since goes on top of it.
 */
export function useSaveProduct({
  draft: typed,
  shopId,
  sendPhotos,
  sendAgain,
  onSaved,
}: Options): SaveProduct {
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState<SaveProduct['busy']>()
  const [trouble, setTrouble] = useState<string>()
  const [faulty, setFaulty] = useState(false)
  const [theirs, setTheirs] = useState<Product>()
  const running = useRef(false)
  const sent = useRef<ProductBody[]>([])

  async function send(productId: Id, body: ProductBody): Promise<void> {
    sent.current.push(body)
    const result = await put(shopId, productId, body)
    if (result.ok) return onSaved(result.data)
    await refused(productId, body, result.failure)
  }

  async function refused(productId: Id, body: ProductBody, failure: Failure) {
    const current = failure.code === 'version-conflict' ? (failure.current as Product | undefined) : undefined
    const lost = lostPhotos(failure)
    if (lost.length > 0) return lostAgain(productId, body, lost)
    if (!current) return setTrouble(sayFailure(failure))
    if (isAsSent(current, body)) return onSaved(current)
    if (!sent.current.some((earlier) => isAsSent(current, earlier))) return setTheirs(current)
    await send(productId, { ...body, version: current.version })
  }

  async function lostAgain(productId: Id, body: ProductBody, lost: readonly number[]) {
    if (!(await sendAgain(lost))) return setTrouble(productWords.photosFailed)
    const result = await put(shopId, productId, body)
    if (result.ok) onSaved(result.data)
    else setTrouble(sayFailure(result.failure))
  }

  async function save(draft: Draft) {
    setTried(true)
    if (running.current) return
    setTheirs(undefined)
    setTrouble(undefined)
    const wrong = faultyWords(faultsOf(draft)) !== undefined
    setFaulty(wrong)
    if (wrong) return
    running.current = true
    setBusy('photos')
    const arrived = await sendPhotos()
    setBusy(arrived ? 'product' : undefined)
    if (arrived) await send(draft.id, bodyOf(draft))
    else setTrouble(productWords.photosFailed)
    running.current = false
    setBusy(undefined)
  }

  const said = faulty ? faultyWords(faultsOf(typed)) : trouble
  return {
    tried,
    ...(busy ? { busy } : {}),
    ...(said ? { trouble: said } : {}),
    ...(theirs ? { theirs } : {}),
    save,
    decideLater: () => setTheirs(undefined),
  }
}
