import { call } from '@/api/call'
import type { Result } from '@/api/result'
import { uploadPhoto } from '@/api/upload-photo'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { SubmittedRequest } from '../draft'

export interface OpenShop {
  id: Id
  slug: string
  url?: string
  key?: string
}

/**
 * How one attempt to open the shop ended. `earlier`: it was open already, by a request whose reply got lost and with
 * what the draft said then. `taken`: its id belongs to somebody else.
 */
export type Outcome =
  | { kind: 'open'; shop: OpenShop; earlier?: true }
  | { kind: 'waiting'; failure: Failure }
  | { kind: 'refused'; about: 'photo' | 'shop' | 'taken'; failure: Failure }

interface Attempt {
  shopId: Id
  sealed: SubmittedRequest
  /** The photo is on the server. */
  onPhotoSent(): void
  progress(part: number): void
}

const isAboutPhoto = (failure: Failure) =>
  failure.code === 'bad-input' &&
  (failure.fields ?? []).some((field) => field.path.startsWith('/products/0/photos'))

function refused(failure: Failure): Outcome {
  if (isTransient(failure.code)) return { kind: 'waiting', failure }
  if (failure.code === 'not-found') return { kind: 'refused', about: 'taken', failure }
  return { kind: 'refused', about: isAboutPhoto(failure) ? 'photo' : 'shop', failure }
}

async function sendPhoto(id: Id, progress: (part: number) => void): Promise<Result<unknown>> {
  const first = await uploadPhoto(id, progress)
  if (first.ok || first.failure.code !== 'signed-out') return first
  // any other call opens a new session
  await call('GET /api/me/shops', {})
  return uploadPhoto(id, progress)
}

/** The id was opened before with other content: a reply got lost and the draft was edited since. It is open then. */
async function mine(shopId: Id, failure: Failure): Promise<Outcome> {
  const shops = await call('GET /api/me/shops', { query: { limit: 100 } })
  if (!shops.ok) return { kind: 'waiting', failure: shops.failure }
  const shop = shops.data.items.find((item) => item.id === shopId)
  return shop ? { kind: 'open', shop, earlier: true } : { kind: 'refused', about: 'taken', failure }
}

/** Sends the photo, unless it is there, and then the shop; both may be sent again and again. */
export async function attempt({ shopId, sealed, onPhotoSent, progress }: Attempt): Promise<Outcome> {
  const photoId = sealed.request.products[0]?.photos[0]
  if (photoId && !sealed.photoSent) {
    const sent = await sendPhoto(photoId, progress)
    if (!sent.ok) {
      const { failure } = sent
      return isTransient(failure.code)
        ? { kind: 'waiting', failure }
        : { kind: 'refused', about: 'photo', failure }
    }
    onPhotoSent()
  }
  const opened = await call('PUT /api/shops/:shopId', { params: { shopId }, body: sealed.request })
  if (opened.ok) return { kind: 'open', shop: opened.data }
  return opened.failure.code === 'idempotency-conflict'
    ? mine(shopId, opened.failure)
    : refused(opened.failure)
}
