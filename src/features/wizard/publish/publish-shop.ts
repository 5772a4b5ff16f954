import { create } from 'zustand'
import { agreeToDocuments } from '@/api/consents'
import { createRetry, retryPolicies } from '@/api/retry'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { localPhotos } from '@/platform/media/photos'
import { openedShops } from '../opened-shop'
import { type ShopDraft, useDraft } from '../shop-draft'
import { openRequest } from './open-request'
import { type PublishedShop, type PublishOutcome, sendOpenRequest } from './send-open-request'

/** State of opening the shop; `open` only after the server has confirmed it. */
export type PublishState =
  | { kind: 'idle' }
  | { kind: 'sending'; part: number | null }
  | { kind: 'waiting'; failure: Failure }
  | { kind: 'rejected'; about: 'photo' | 'shop' | 'taken'; failure: Failure }
  | { kind: 'open'; shopId: Id }

export const usePublishState = create<{ now: PublishState }>(() => ({ now: { kind: 'idle' } }))

let running = false
const retry = createRetry(publishShop, retryPolicies.openShop)

const setPublishState = (now: PublishState) => usePublishState.setState({ now })
const change = (part: Partial<ShopDraft>) => useDraft.getState().change(part)

function finish(shop: PublishedShop, earlier: boolean) {
  const { draft, spent, restart } = useDraft.getState()
  const request = draft.sealed?.request ?? openRequest(draft)
  openedShops.save({ ...shop, spent, request, ...(earlier ? { earlier } : {}) })
  // the current photo stays stored: the opened screen shows it
  if (draft.lastPhotoId) void localPhotos.drop(draft.lastPhotoId)
  restart()
  retry.reset()
  void agreeToDocuments(['agreement', 'rules'])
  setPublishState({ kind: 'open', shopId: shop.id })
}

function applyOutcome(outcome: PublishOutcome) {
  if (outcome.kind === 'open') {
    finish(outcome.shop, outcome.earlier === true)
    return
  }
  setPublishState(outcome)
  if (outcome.kind === 'waiting') retry.schedule(outcome.failure)
  // no shop was opened, so an edited draft may be sent under the same ids
  else change({ sealed: null })
}

/** Opens the shop or retries; does nothing while a request is running. */
export async function publishShop(): Promise<void> {
  if (running) return
  running = true
  retry.cancel()
  const { draft } = useDraft.getState()
  const submitted = draft.sealed ?? { request: openRequest(draft), photoSent: false }
  change({ sealed: submitted })
  setPublishState({ kind: 'sending', part: null })
  const outcome = await sendOpenRequest({
    shopId: draft.shopId,
    submitted,
    onPhotoSent: () => change({ sealed: { ...submitted, photoSent: true } }),
    progress: (part) => setPublishState({ kind: 'sending', part }),
  })
  running = false
  applyOutcome(outcome)
}

/** Resumes publishing if a request was submitted before the app was closed or hidden. */
export function resumePublishing(): void {
  if (useDraft.getState().draft.sealed) void publishShop()
}

/** Cancels publishing and returns to the questions, with an optional change of the draft. */
export function stopPublishing(part: Partial<ShopDraft> = {}): void {
  if (running) return
  retry.reset()
  change({ ...part, sealed: null })
  setPublishState({ kind: 'idle' })
}

/** Resets the state after the opened shop was shown. */
export const resetPublishing = () => setPublishState({ kind: 'idle' })
