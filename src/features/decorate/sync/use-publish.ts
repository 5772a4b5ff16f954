import { useEffect, useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { RouteReply } from '@/contract/routes'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Look } from '@/domain/look'
import { decorateWords as words } from '@/locales/zh-CN/decorate'
import { sayFailure } from '@/locales/zh-CN/failure'
import { network } from '@/platform/network/network'
import { type Design, designOf } from '../model/design'
import { useLookDrafts } from '../storage/look-drafts'
import type { Autosave } from './use-autosave'
import { type Unanswered, useFindOut } from './use-find-out'

export type LookState = RouteReply<'GET /api/shops/:shopId/look'>

export interface Publishing {
  busy: boolean
  /** The version that is being returned to. */
  returning: number | undefined
  trouble: string | undefined
  publish(): Promise<boolean>
  /** Puts a look that buyers saw before them again. */
  returnTo(version: number, take: (design: Design) => void): Promise<boolean>
}

interface PublishParts {
  autosave: Autosave
  /** Gets what is so once something is known. */
  onState(state: LookState): void
  /** What was sent without an answer turned out to be before buyers. */
  onFound(): void
}

const hasNoNetwork = ({ code }: Failure) => code === 'offline' || code === 'timeout'

/** Puts what is on the server as the draft before buyers. */
export function usePublish(shopId: Id, { autosave, onState, onFound }: PublishParts): Publishing {
  const [busy, setBusy] = useState(false)
  const [returning, setReturning] = useState<number>()
  const [trouble, setTrouble] = useState<string>()
  const [unanswered, setUnanswered] = useState<Unanswered>()

  useFindOut(shopId, unanswered, (state, published) => {
    setUnanswered(undefined)
    setTrouble(published ? undefined : words.notPublished)
    onState(state)
    if (published) onFound()
  })

  const saved = autosave.saving.kind === 'saved'
  useEffect(() => {
    const clear = () => setTrouble((now) => (now === words.needsNetwork ? undefined : now))
    if (saved) clear()
    return network.onChange((online) => void (online && clear()))
  }, [saved])

  const fail = (failure: Failure) => {
    const theirs = failure.code === 'version-conflict' ? (failure.current as Look | undefined) : undefined
    if (theirs) autosave.tell(theirs)
    else setTrouble(sayFailure(failure))
    return false
  }

  async function send(): Promise<boolean> {
    if (!(await network.isOnline().catch(() => true))) {
      setTrouble(words.needsNetwork)
      return false
    }
    const end = await autosave.flush()
    // what was not saved says so itself
    if (end.kind !== 'saved') {
      if (end.kind === 'waiting' && end.failure.status === 0)
        setTrouble(hasNoNetwork(end.failure) ? words.needsNetwork : sayFailure(end.failure))
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
      setUnanswered({ design: draft.saved })
      setTrouble(words.unanswered)
      return false
    }
    return fail(result.failure)
  }

  const begin = () => {
    setTrouble(undefined)
    setUnanswered(undefined)
  }

  async function publish() {
    if (busy) return false
    setBusy(true)
    begin()
    const done = await send()
    setBusy(false)
    return done
  }

  async function returnTo(version: number, take: (design: Design) => void) {
    if (returning !== undefined) return false
    setReturning(version)
    begin()
    const past = await call('GET /api/shops/:shopId/look/history/:lookVersion', {
      params: { shopId, lookVersion: String(version) },
    })
    if (past.ok) take(designOf(past.data))
    const done = past.ok ? await send() : fail(past.failure)
    setReturning(undefined)
    return done
  }

  return { busy, returning, trouble, publish, returnTo }
}
