import { useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import { describeFailure } from '@/locales/failure'
import { productFormWords } from '@/locales/product/products'
import {
  matchesProductBody,
  type ProductBody,
  type ProductDraft,
  type ProductDraftErrors,
  toProductBody,
  validateProductDraft,
} from './product-draft'

interface SaveProduct {
  /** True if saving was attempted; invalid fields are marked from then on. */
  tried: boolean
  busy?: 'photos' | 'product'
  /** The first error of an invalid draft, else the error of the last attempt. */
  error?: string
  /** The conflicting version saved by another device. */
  theirs?: Product
  save(draft: ProductDraft): Promise<void>
  postpone(): void
}

interface Options {
  draft: ProductDraft
  shopId: Id
  /** Uploads the photos not uploaded yet; returns `false` if one failed. */
  sendPhotos(): Promise<boolean>
  /** Uploads the photos at these indexes again; returns `false` if one failed. */
  resendPhotos(indexes: readonly number[]): Promise<boolean>
  onSaved(product: Product): void
}

/** The message of the first error, shown at the foot because the field itself may be scrolled out of view. */
function firstErrorMessage(errors: ProductDraftErrors): string | undefined {
  const messages = productFormWords.errors
  if (errors.name) return messages.name
  if (errors.unit) return messages.unit
  const [first] = Object.values(errors.skus).flat()
  return first && messages[first]
}

/** Indexes of the photos that the server no longer has; it deletes unused ones after a week. */
const missingPhotos = ({ code, fields = [] }: Failure): number[] =>
  code === 'bad-input'
    ? fields.flatMap(({ path }) => /^\/photos\/(\d+)$/.exec(path)?.slice(1).map(Number) ?? [])
    : []

const put = (shopId: Id, productId: Id, body: ProductBody) =>
  call('PUT /api/shops/:shopId/products/:productId', { params: { shopId, productId }, body })

/**
 * Saves a product once, however often it is tapped. If the conflicting version equals an earlier request, its reply was
 * lost: it counts as saved, and later edits are sent on top of it.
 */
export function useSaveProduct({
  draft: typed,
  shopId,
  sendPhotos,
  resendPhotos,
  onSaved,
}: Options): SaveProduct {
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState<SaveProduct['busy']>()
  const [error, setError] = useState<string>()
  const [isInvalid, setIsInvalid] = useState(false)
  const [theirs, setTheirs] = useState<Product>()
  const running = useRef(false)
  const sent = useRef<ProductBody[]>([])

  async function send(productId: Id, body: ProductBody): Promise<void> {
    sent.current.push(body)
    const result = await put(shopId, productId, body)
    if (result.ok) return onSaved(result.data)
    await handleFailure(productId, body, result.failure)
  }

  async function handleFailure(productId: Id, body: ProductBody, failure: Failure) {
    const current = failure.code === 'version-conflict' ? (failure.current as Product | undefined) : undefined
    const missing = missingPhotos(failure)
    if (missing.length > 0) return saveWithPhotos(productId, body, missing)
    if (!current) return setError(describeFailure(failure))
    if (matchesProductBody(current, body)) return onSaved(current)
    if (!sent.current.some((earlier) => matchesProductBody(current, earlier))) return setTheirs(current)
    await send(productId, { ...body, version: current.version })
  }

  async function saveWithPhotos(productId: Id, body: ProductBody, missing: readonly number[]) {
    if (!(await resendPhotos(missing))) return setError(productFormWords.photosFailed)
    const result = await put(shopId, productId, body)
    if (result.ok) onSaved(result.data)
    else setError(describeFailure(result.failure))
  }

  async function save(draft: ProductDraft) {
    setTried(true)
    if (running.current) return
    setTheirs(undefined)
    setError(undefined)
    const invalid = firstErrorMessage(validateProductDraft(draft)) !== undefined
    setIsInvalid(invalid)
    if (invalid) return
    running.current = true
    setBusy('photos')
    const uploaded = await sendPhotos()
    setBusy(uploaded ? 'product' : undefined)
    if (uploaded) await send(draft.id, toProductBody(draft))
    else setError(productFormWords.photosFailed)
    running.current = false
    setBusy(undefined)
  }

  const message = isInvalid ? firstErrorMessage(validateProductDraft(typed)) : error
  return {
    tried,
    ...(busy ? { busy } : {}),
    ...(message ? { error: message } : {}),
    ...(theirs ? { theirs } : {}),
    save,
    postpone: () => setTheirs(undefined),
  }
}
