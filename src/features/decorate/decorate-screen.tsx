import { useEffect } from 'react'
import type { Id } from '@/domain/id'
import { decorateWords as words } from '@/locales/look/decorate'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { LookEditor } from './editor/look-editor'
import { reconcileDraft, useLookDrafts } from './storage/look-drafts'
import { useEditorState } from './sync/use-editor-state'

/** Loads a shop's look from the server or this phone's cache and opens the editor, else shows a skeleton or the failure. */
export function DecorateScreen({ shopId }: { shopId: Id }) {
  const { editorState, failure, retry, onState } = useEditorState(shopId)
  const draft = useLookDrafts(({ drafts }) => drafts[shopId])

  const serverDraft = draft === undefined ? editorState?.state.draft : undefined
  useEffect(() => {
    if (serverDraft) reconcileDraft(shopId, serverDraft)
  }, [shopId, serverDraft])

  if (editorState && draft)
    return (
      <LookEditor {...editorState} staleFailure={failure} draft={draft} onState={onState} onRetry={retry} />
    )
  return (
    <Page title={words.title}>
      {!failure && <Skeleton />}
      {failure && <ManagedShopFailure failure={failure} onRetry={retry} />}
    </Page>
  )
}
