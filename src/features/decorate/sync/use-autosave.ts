import { useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Look } from '@/domain/look'
import { network } from '@/platform/network/network'
import { designOf } from '../model/design'
import { isOurs, isUnsaved, useLookDrafts, withSent } from '../storage/look-drafts'

/** Where saving stands: `waiting` for a network, `refused` by the server, `told` of another device's draft. */
export type Saving =
  | { kind: 'saved' | 'saving' }
  | { kind: 'waiting' | 'refused'; failure: Failure }
  | { kind: 'told'; theirs: Look }

export interface Autosave {
  saving: Saving
  /** Saves what is unsaved now, and tells how that ended. */
  flush(): Promise<Saving>
  /** Another device's draft was met. */
  tell(theirs: Look): void
}

/** Changes that follow one another this fast, in ms, are sent together. */
const PAUSE = 800
const TRY_AGAIN = 10_000

const draftNow = (shopId: Id) => useLookDrafts.getState().drafts[shopId]

/** One try: the draft as it is now, over the version it was made from. */
async function send(shopId: Id): Promise<Saving> {
  const draft = draftNow(shopId)
  if (!draft || !isUnsaved(draft)) return { kind: 'saved' }
  const { change } = useLookDrafts.getState()
  const { design, version } = draft
  change(shopId, { sent: withSent(draft, design) })
  const result = await call('PUT /api/shops/:shopId/look-draft', {
    params: { shopId },
    body: { ...design, version },
  })
  if (result.ok) {
    change(shopId, { version: result.data.version, saved: design, sent: [] })
    return send(shopId)
  }
  const { failure } = result
  const theirs = failure.code === 'version-conflict' ? (failure.current as Look | undefined) : undefined
  if (theirs && isOurs(draft, theirs)) {
    change(shopId, { version: theirs.version, saved: designOf(theirs), sent: [] })
    return send(shopId)
  }
  if (theirs) return { kind: 'told', theirs }
  return { kind: isTransient(failure.code) ? 'waiting' : 'refused', failure }
}

/** What was changed is not saved while it waits for a moment of rest. */
function stateOf(saving: Saving, unsaved: boolean): Saving {
  if (saving.kind === 'told') return saving
  if (!unsaved) return { kind: 'saved' }
  return saving.kind === 'saved' ? { kind: 'saving' } : saving
}

/** Saves what was changed by itself, and goes on trying while there is no network. */
export function useAutosave(shopId: Id): Autosave {
  const draft = useLookDrafts(({ drafts }) => drafts[shopId])
  const [saving, setSaving] = useState<Saving>({ kind: 'saved' })
  const running = useRef<Promise<Saving> | null>(null)
  const design = draft?.design
  const unsaved = draft !== undefined && isUnsaved(draft)

  function flush(): Promise<Saving> {
    setSaving({ kind: 'saving' })
    running.current ??= send(shopId)
      .then((end) => {
        setSaving(end)
        return end
      })
      .finally(() => {
        running.current = null
      })
    return running.current
  }
  const latest = useRef(flush)
  latest.current = flush

  const told = saving.kind === 'told'
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the design is waited for anew
  useEffect(() => {
    // whoever was told decides first
    if (!unsaved || told) return
    const timer = setTimeout(() => void latest.current(), PAUSE)
    return () => clearTimeout(timer)
  }, [design, unsaved, told])

  const waits = saving.kind === 'waiting'
  useEffect(() => {
    if (!waits) return
    const timer = setInterval(() => void latest.current(), TRY_AGAIN)
    const stop = network.onChange((online) => void (online && latest.current()))
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [waits])

  return {
    saving: stateOf(saving, unsaved),
    flush,
    tell: (theirs) => setSaving({ kind: 'told', theirs }),
  }
}
