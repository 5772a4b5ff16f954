import { useEffect, useRef } from 'react'
import type { Failure } from '@/domain/failure'
import { decorateWords as words } from '@/locales/look/decorate'
import type { EditorState } from '../storage/cached-editor-state'
import { type LookDraft, reconcileDraft } from '../storage/look-drafts'
import { usePendingPhotos, usePendingUploads } from '../sync/pending-uploads'
import { useAutosave } from '../sync/use-autosave'
import { type LookState, usePublish } from '../sync/use-publish'
import { useVoiceUploads } from '../voices/use-voice-uploads'
import { useDesign } from './use-design'

export interface LookEditorProps extends EditorState {
  draft: LookDraft
  /** Why the server's state could not be read; what is shown then comes from this phone's cache. */
  staleFailure: Failure | undefined
  onState(state: LookState): void
  onRetry(): void
}

export type LookEditing = ReturnType<typeof useLookEditing>

/** The design with its undo history, saving, publishing and pending uploads; `say` tells what happened without a tap. */
export function useLookEditing(
  { shop, state, draft, onState }: LookEditorProps,
  say: (message: string) => void,
) {
  const designEditor = useDesign(shop.id, draft.design)
  const autosave = useAutosave(shop.id)
  useVoiceUploads(shop.id, designEditor)
  const onPublished = () => {
    designEditor.endStep()
    say(words.published)
  }
  const publishing = usePublish(shop.id, { autosave, onState, onConfirmed: onPublished })
  const pendingUploads = usePendingUploads(shop.id, designEditor.design)
  const failedPhotos = usePendingPhotos((photos) => photos.unreportedFailures)
  useOnIncrease(failedPhotos, () => say(words.field.failed))
  useServerDraft(shop.id, state, autosave.reportConflict, () => say(words.takenOver))

  const publish = async () => {
    if (await publishing.publish()) onPublished()
  }
  return { designEditor, autosave, publishing, pendingUploads, publish: () => void publish() }
}

/** Calls `onIncrease` each time `count` has grown. */
function useOnIncrease(count: number, onIncrease: () => void) {
  const before = useRef(count)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the count triggers it
  useEffect(() => {
    if (count > before.current) onIncrease()
    before.current = count
  }, [count])
}

/**
 * Reconciles this phone's draft with the server's each time that is read: `onConflict` when another device's draft competes
 * with unsaved changes, `onReplaced` when it replaced this phone's draft.
 */
function useServerDraft(
  shopId: string,
  { draft }: LookState,
  onConflict: (theirs: LookState['draft']) => void,
  onReplaced: () => void,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a newly read draft is reconciled
  useEffect(() => {
    const outcome = reconcileDraft(shopId, draft)
    if (outcome === 'conflict') onConflict(draft)
    if (outcome === 'replaced') onReplaced()
  }, [draft])
}
