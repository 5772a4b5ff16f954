import { useEffect, useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { RouteReply } from '@/contract/routes'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Look } from '@/domain/look/look'
import { describeFailure } from '@/locales/failure'
import { decorateWords as words } from '@/locales/look/decorate'
import { network } from '@/platform/network/network'
import { type Design, designOf } from '../model/design'
import { useLookDrafts } from '../storage/look-drafts'
import type { Autosave } from './use-autosave'
import { type UnconfirmedPublish, usePublishConfirmation } from './use-publish-confirmation'

export type LookState = RouteReply<'GET /api/shops/:shopId/look'>

export interface Publishing {
  busy: boolean
  /** The version that is being restored. */
  restoring: number | undefined
  message: string | undefined
  publish(): Promise<boolean>
  /** Publishes an earlier version again; `take` gets its design. */
  restoreVersion(version: number, take: (design: Design) => void): Promise<boolean>
}

interface PublishOptions {
  autosave: Autosave
  /** Gets the server's state after a publish, or after an unconfirmed one was resolved. */
  onState(state: LookState): void
  /** A publish without a reply turned out to have succeeded. */
  onConfirmed(): void
}

const hasNoNetwork = ({ code }: Failure) => code === 'offline' || code === 'timeout'

/** Publishes the saved draft, and restores earlier versions. Both resolve to whether it succeeded. */
export function usePublish(shopId: Id, { autosave, onState, onConfirmed }: PublishOptions): Publishing {
  const [busy, setBusy] = useState(false)
  const [restoring, setRestoring] = useState<number>()
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

  async function saveAndPublish(): Promise<boolean> {
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

  const begin = () => {
    setMessage(undefined)
    setUnconfirmed(undefined)
  }

  async function publish() {
    if (busy) return false
    setBusy(true)
    begin()
    const isDone = await saveAndPublish()
    setBusy(false)
    return isDone
  }

  async function restoreVersion(version: number, take: (design: Design) => void) {
    if (restoring !== undefined) return false
    setRestoring(version)
    begin()
    const past = await call('GET /api/shops/:shopId/look/history/:lookVersion', {
      params: { shopId, lookVersion: String(version) },
    })
    if (past.ok) take(designOf(past.data))
    const isDone = past.ok ? await saveAndPublish() : fail(past.failure)
    setRestoring(undefined)
    return isDone
  }

  return { busy, restoring, message, publish, restoreVersion }
}
