import { useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { RouteReply } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Look } from '@/domain/look'
import { sayFailure } from '@/words/zh/failure'
import { type Design, designOf } from './design'
import { useLookDrafts } from './look-drafts'
import type { Autosave } from './use-autosave'

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

/** Puts what is on the server as the draft before buyers. `onState` gets what is so then. */
export function usePublish(shopId: Id, autosave: Autosave, onState: (state: LookState) => void): Publishing {
  const [busy, setBusy] = useState(false)
  const [returning, setReturning] = useState<number>()
  const [trouble, setTrouble] = useState<string>()

  const fail = (failure: Failure) => {
    const theirs = failure.code === 'changed' ? (failure.current as Look | undefined) : undefined
    if (theirs) autosave.tell(theirs)
    else setTrouble(sayFailure(failure))
    return false
  }

  async function send(): Promise<boolean> {
    // one that was not saved says so itself
    if (!(await autosave.flush())) return false
    const draftVersion = useLookDrafts.getState().drafts[shopId]?.version ?? 0
    const result = await sendOnce<LookState>(`publish ${shopId} ${draftVersion}`, (id) =>
      call<'POST /api/shops/:shopId/look/publish'>('POST /api/shops/:shopId/look/publish', {
        params: { shopId },
        body: { id, draftVersion },
      }),
    )
    if (!result.ok) return fail(result.failure)
    onState(result.data)
    return true
  }

  async function publish() {
    if (busy) return false
    setBusy(true)
    setTrouble(undefined)
    const done = await send()
    setBusy(false)
    return done
  }

  async function returnTo(version: number, take: (design: Design) => void) {
    if (returning !== undefined) return false
    setReturning(version)
    setTrouble(undefined)
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
