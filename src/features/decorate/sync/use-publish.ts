import { useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import { createRetry, retryPolicies } from '@/api/retry'
import { sendOnce } from '@/api/send-once'
import type { RouteReply } from '@/contract/routes'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Look } from '@/domain/look/look'
import { describeFailure } from '@/locales/failure'
import { decorateWords as words } from '@/locales/look/decorate'
import { network } from '@/platform/network/network'
import { type Design, designOf, isSameDesign } from '../model/design'
import { useLookDrafts } from '../storage/look-drafts'
import type { Autosave } from './use-autosave'

/** A design whose publish request got no reply. */
interface UnconfirmedPublish {
  design: Design
}

/**
 * Polls the server until it answers whether an unconfirmed design has been published, then calls `onKnown`. It also asks as
 * soon as the network is back.
 */
function usePublishConfirmation(
  shopId: Id,
  unconfirmed: UnconfirmedPublish | undefined,
  onKnown: (state: LookState, published: boolean) => void,
): void {
  const latestOnKnown = useRef(onKnown)
  latestOnKnown.current = onKnown
  useEffect(() => {
    if (!unconfirmed) return
    let isDone = false
    const ask = async () => {
      // a request that is lost on its way does not delay the next one
      retry.schedule()
      const reply = await call('GET /api/shops/:shopId/look', { params: { shopId } })
      if (isDone || !reply.ok) return
      finish()
      latestOnKnown.current(reply.data, isSameDesign(designOf(reply.data.published), unconfirmed.design))
    }
    const retry = createRetry(ask, retryPolicies.publishConfirmation)
    const finish = () => {
      isDone = true
      retry.cancel()
    }
    void ask()
    return finish
  }, [shopId, unconfirmed])
}

export type LookState = RouteReply<'GET /api/shops/:shopId/look'>

export type Publishing = ReturnType<typeof usePublish>

interface PublishOptions {
  autosave: Autosave
  /** Gets the server's state after a publish, or after an unconfirmed one was resolved. */
  onState(state: LookState): void
  /** A publish without a reply turned out to have succeeded. */
  onConfirmed(): void
}

const hasNoNetwork = ({ code }: Failure) => code === 'offline' || code === 'timeout'

/** One request to publish the saved draft, which resolves to whether it succeeded; `message` says why the last one did not. */
function usePublishRequest(shopId: Id, { autosave, onState, onConfirmed }: PublishOptions) {
  const [message, setMessage] = useState<string>()
  const [unconfirmed, setUnconfirmed] = useState<UnconfirmedPublish>()

  usePublishConfirmation(shopId, unconfirmed, (state, published) => {
    setUnconfirmed(undefined)
    setMessage(published ? undefined : words.notPublished)
    onState(state)
    if (published) onConfirmed()
  })

  const isSaved = autosave.saving.kind === 'saved'
  useEffect(() => {
    const clear = () => setMessage((now) => (now === words.needsNetwork ? undefined : now))
    if (isSaved) clear()
    return network.onChange((online) => void (online && clear()))
  }, [isSaved])

  const fail = (failure: Failure) => {
    const theirs = failure.code === 'version-conflict' ? (failure.current as Look | undefined) : undefined
    if (theirs) autosave.reportConflict(theirs)
    else setMessage(describeFailure(failure))
    return false
  }

  async function send(): Promise<boolean> {
    if (!(await network.isOnline().catch(() => true))) {
      setMessage(words.needsNetwork)
      return false
    }
    const outcome = await autosave.flush()
    // a failed save is reported by the save state
    if (outcome.kind !== 'saved') {
      if (outcome.kind === 'waiting' && outcome.failure.status === 0)
        setMessage(hasNoNetwork(outcome.failure) ? words.needsNetwork : describeFailure(outcome.failure))
      return false
    }
    const draft = useLookDrafts.getState().drafts[shopId]
    const draftVersion = draft?.version ?? 0
    const result = await sendOnce<LookState>(`publish ${shopId} ${draftVersion}`, (id) =>
      call<'POST /api/shops/:shopId/look/publish'>('POST /api/shops/:shopId/look/publish', {
        params: { shopId },
        body: { id, draftVersion },
      }),
    )
    if (result.ok) {
      onState(result.data)
      return true
    }
    if (draft && isTransient(result.failure.code)) {
      setUnconfirmed({ design: draft.saved })
      setMessage(words.unanswered)
      return false
    }
    return fail(result.failure)
  }

  const clear = () => {
    setMessage(undefined)
    setUnconfirmed(undefined)
  }
  return { message, send, fail, clear }
}

/** Publishes the saved draft, and restores earlier versions. Both resolve to whether it succeeded. */
export function usePublish(shopId: Id, options: PublishOptions) {
  const [busy, setBusy] = useState(false)
  /** The version that is being restored. */
  const [restoring, setRestoring] = useState<number>()
  const request = usePublishRequest(shopId, options)

  async function publish() {
    if (busy) return false
    setBusy(true)
    request.clear()
    const isDone = await request.send()
    setBusy(false)
    return isDone
  }

  /** Publishes an earlier version again; `take` gets its design. */
  async function restoreVersion(version: number, take: (design: Design) => void) {
    if (restoring !== undefined) return false
    setRestoring(version)
    request.clear()
    const past = await call('GET /api/shops/:shopId/look/history/:lookVersion', {
      params: { shopId, lookVersion: String(version) },
    })
    if (past.ok) take(designOf(past.data))
    const isDone = past.ok ? await request.send() : request.fail(past.failure)
    setRestoring(undefined)
    return isDone
  }

  return { busy, restoring, message: request.message, publish, restoreVersion }
}
