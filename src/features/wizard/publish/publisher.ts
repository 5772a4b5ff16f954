import { create } from 'zustand'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { localPhotos } from '@/platform/media/photos'
import { network } from '@/platform/network/network'
import { type Draft, useDraft } from '../draft'
import { openedShops } from '../opened-shop'
import { attempt, type OpenShop, type Outcome } from './attempt'
import { openRequest } from './open-request'

/** Where opening stands. Only the server's word makes it `open`. */
export type Publishing =
  | { kind: 'idle' }
  | { kind: 'sending'; part: number | null }
  | { kind: 'waiting'; failure: Failure }
  | { kind: 'refused'; about: 'photo' | 'shop' | 'taken'; failure: Failure }
  | { kind: 'open'; shopId: Id }

export const usePublishing = create<{ now: Publishing }>(() => ({ now: { kind: 'idle' } }))

const FIRST_WAIT = 2_000
const LONGEST_WAIT = 60_000

let running = false
let waits = 0
let timer: ReturnType<typeof setTimeout> | undefined
let stopListening: (() => void) | undefined

const say = (now: Publishing) => usePublishing.setState({ now })
const change = (part: Partial<Draft>) => useDraft.getState().change(part)

function stopWaiting() {
  clearTimeout(timer)
  stopListening?.()
  stopListening = undefined
}

/** Phones often believe to be online when they are not and the other way round: both signs are followed. */
function wait(retryAfter: number | undefined) {
  const pause = Math.max(Math.min(FIRST_WAIT * 2 ** waits, LONGEST_WAIT), (retryAfter ?? 0) * 1000)
  waits += 1
  timer = setTimeout(() => void publish(), pause)
  stopListening = network.onChange((online) => {
    if (online) void publish()
  })
}

function finish(shop: OpenShop, earlier: boolean) {
  const { draft, spent, restart } = useDraft.getState()
  const request = draft.sealed?.request ?? openRequest(draft)
  openedShops.keep({ ...shop, spent, request, ...(earlier ? { earlier } : {}) })
  // the photo in use is shown once more, with the open shop
  if (draft.lastPhotoId) void localPhotos.drop(draft.lastPhotoId)
  restart()
  waits = 0
  say({ kind: 'open', shopId: shop.id })
}

function settle(outcome: Outcome) {
  if (outcome.kind === 'open') {
    finish(outcome.shop, outcome.earlier === true)
    return
  }
  say(outcome)
  if (outcome.kind === 'waiting') wait(outcome.failure.retryAfter)
  // nothing was opened, so what is changed now may be sent
  else change({ sealed: null })
}

/** Opens the shop, or tries again; pressing it twice, or while it is under way, does nothing more. */
export async function publish(): Promise<void> {
  if (running) return
  running = true
  stopWaiting()
  const { draft } = useDraft.getState()
  const sealed = draft.sealed ?? { request: openRequest(draft), photoSent: false }
  change({ sealed })
  say({ kind: 'sending', part: null })
  const outcome = await attempt({
    shopId: draft.shopId,
    sealed,
    onPhotoSent: () => change({ sealed: { ...sealed, photoSent: true } }),
    progress: (part) => say({ kind: 'sending', part }),
  })
  running = false
  settle(outcome)
}

/** Goes on with what was pressed before the app was closed; also a moment to try again. */
export function resumePublishing(): void {
  if (useDraft.getState().draft.sealed) void publish()
}

/** Back to the questions: what was not opened may be changed. */
export function stopPublishing(part: Partial<Draft> = {}): void {
  if (running) return
  stopWaiting()
  waits = 0
  change({ ...part, sealed: null })
  say({ kind: 'idle' })
}

/** The opened shop has been shown; the next one starts from nothing. */
export const forgetOpened = () => say({ kind: 'idle' })
