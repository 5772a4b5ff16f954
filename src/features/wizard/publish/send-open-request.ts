import { call } from '@/api/call'
import type { Result } from '@/api/result'
import { uploadPhoto } from '@/api/upload-photo'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { OpenRequest, SubmittedRequest } from '../shop-draft'

export interface PublishedShop {
  id: Id
  slug: string
  url?: string
  key?: string
}

/**
 * Result of one request to open the shop. `earlier`: an earlier request whose reply was lost had opened it, with the
 * draft's content at that time. `taken`: the id belongs to another owner.
 */
export type PublishOutcome =
  | { kind: 'open'; shop: PublishedShop; earlier?: true }
  | { kind: 'waiting'; failure: Failure }
  | { kind: 'rejected'; about: 'photo' | 'shop' | 'taken'; failure: Failure }

interface SendOptions {
  shopId: Id
  submitted: SubmittedRequest
  /** Called once the photo is uploaded. */
  onPhotoSent(): void
  progress(part: number): void
}

const isAboutPhoto = (failure: Failure) =>
  failure.code === 'bad-input' &&
  (failure.fields ?? []).some((field) => field.path.startsWith('/products/0/photos'))

function outcomeOfFailure(failure: Failure): PublishOutcome {
  if (isTransient(failure.code)) return { kind: 'waiting', failure }
  if (failure.code === 'not-found') return { kind: 'rejected', about: 'taken', failure }
  return { kind: 'rejected', about: isAboutPhoto(failure) ? 'photo' : 'shop', failure }
}

async function sendPhoto(id: Id, progress: (part: number) => void): Promise<Result<unknown>> {
  const first = await uploadPhoto(id, progress)
  if (first.ok || first.failure.code !== 'signed-out') return first
  // any other API call creates a new session
  await call('GET /api/me/shops', {})
  return uploadPhoto(id, progress)
}

/** After an idempotency conflict: looks for the shop where a lost earlier request put it. */
const findOpenedShop = (shopId: Id, request: OpenRequest, failure: Failure): Promise<PublishOutcome> =>
  request.help === undefined ? findOwnShop(shopId, failure) : findHelpedShop(shopId, failure)

/** Looks for a shop that was opened for another person: it is not among the user's own until that person has it. */
async function findHelpedShop(shopId: Id, failure: Failure): Promise<PublishOutcome> {
  const managed = await call('GET /api/shops/:shopId', { params: { shopId } })
  if (managed.ok && managed.data.help)
    return { kind: 'open', shop: { id: shopId, slug: managed.data.shop.slug }, earlier: true }
  if (managed.ok || managed.failure.code === 'not-found') return { kind: 'rejected', about: 'taken', failure }
  return { kind: 'waiting', failure: managed.failure }
}

async function findOwnShop(shopId: Id, failure: Failure): Promise<PublishOutcome> {
  const shops = await call('GET /api/me/shops', { query: { limit: 100 } })
  if (!shops.ok) return { kind: 'waiting', failure: shops.failure }
  const shop = shops.data.items.find((item) => item.id === shopId)
  return shop ? { kind: 'open', shop, earlier: true } : { kind: 'rejected', about: 'taken', failure }
}

/** Uploads the photo if it is not on the server yet, then opens the shop; both requests are idempotent. */
export async function sendOpenRequest({
  shopId,
  submitted,
  onPhotoSent,
  progress,
}: SendOptions): Promise<PublishOutcome> {
  const photoId = submitted.request.products[0]?.photos[0]
  if (photoId && !submitted.photoSent) {
    const sent = await sendPhoto(photoId, progress)
    if (!sent.ok) {
      const { failure } = sent
      return isTransient(failure.code)
        ? { kind: 'waiting', failure }
        : { kind: 'rejected', about: 'photo', failure }
    }
    onPhotoSent()
  }
  const opened = await call('PUT /api/shops/:shopId', { params: { shopId }, body: submitted.request })
  if (opened.ok) return { kind: 'open', shop: opened.data }
  return opened.failure.code === 'idempotency-conflict'
    ? findOpenedShop(shopId, submitted.request, opened.failure)
    : outcomeOfFailure(opened.failure)
}
