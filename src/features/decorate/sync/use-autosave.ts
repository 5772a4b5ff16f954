import { useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import { retryPolicies, useRetry } from '@/api/retry'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Look } from '@/domain/look/look'
import { designOf } from '../model/design'
import { addSentDesign, hasUnsavedChanges, isFromThisDevice, useLookDrafts } from '../storage/look-drafts'

/** The state of saving: `waiting` for a network, `refused` by the server, or `conflict`: another device's draft conflicts. */
export type SaveState =
  | { kind: 'saved' | 'saving' }
  | { kind: 'waiting' | 'refused'; failure: Failure }
  | { kind: 'conflict'; theirs: Look }

export type Autosave = ReturnType<typeof useAutosave>

/** Changes within this time, in ms, are saved together. */
const DEBOUNCE_MS = 800

const currentDraft = (shopId: Id) => useLookDrafts.getState().drafts[shopId]

/** Sends the current draft with the version it is based on, and again until nothing is unsaved or a request fails. */
async function saveDraft(shopId: Id): Promise<SaveState> {
  const draft = currentDraft(shopId)
  if (!draft || !hasUnsavedChanges(draft)) return { kind: 'saved' }
  const { change } = useLookDrafts.getState()
  const { design, version } = draft
  change(shopId, { sent: addSentDesign(draft, design) })
  const result = await call('PUT /api/shops/:shopId/look-draft', {
    params: { shopId },
    body: { ...design, version },
  })
  if (result.ok) {
    change(shopId, { version: result.data.version, saved: design, sent: [] })
    return saveDraft(shopId)
  }
  const { failure } = result
  const theirs = failure.code === 'version-conflict' ? (failure.current as Look | undefined) : undefined
  if (theirs && isFromThisDevice(draft, theirs)) {
    change(shopId, { version: theirs.version, saved: designOf(theirs), sent: [] })
    return saveDraft(shopId)
  }
  if (theirs) return { kind: 'conflict', theirs }
  return { kind: isTransient(failure.code) ? 'waiting' : 'refused', failure }
}

/** The state to show: unsaved changes count as `saving` even before the debounced request starts. */
function saveStateOf(saving: SaveState, unsaved: boolean): SaveState {
  if (saving.kind === 'conflict') return saving
  if (!unsaved) return { kind: 'saved' }
  return saving.kind === 'saved' ? { kind: 'saving' } : saving
}

/** Saves changes automatically after a pause, and retries while there is no network. */
export function useAutosave(shopId: Id) {
  const draft = useLookDrafts(({ drafts }) => drafts[shopId])
  const [saving, setSaving] = useState<SaveState>({ kind: 'saved' })
  const running = useRef<Promise<SaveState> | null>(null)
  const design = draft?.design
  const unsaved = draft !== undefined && hasUnsavedChanges(draft)

  /** Saves unsaved changes now and resolves to the outcome. */
  function flush(): Promise<SaveState> {
    setSaving({ kind: 'saving' })
    running.current ??= saveDraft(shopId)
      .then((outcome) => {
        setSaving(outcome)
        return outcome
      })
      .finally(() => {
        running.current = null
      })
    return running.current
  }
  const latest = useRef(flush)
  latest.current = flush

  const hasConflict = saving.kind === 'conflict'
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the design restarts the debounce
  useEffect(() => {
    // the owner resolves a conflict before anything is saved
    if (!unsaved || hasConflict) return
    const timer = setTimeout(() => void latest.current(), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [design, unsaved, hasConflict])

  useRetry(saving.kind === 'waiting' ? saving.failure : undefined, flush, retryPolicies.editor)

  return {
    saving: saveStateOf(saving, unsaved),
    flush,
    /** Reports a conflicting draft of another device. */
    reportConflict: (theirs: Look) => setSaving({ kind: 'conflict', theirs }),
  }
}
