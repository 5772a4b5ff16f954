import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { useKnownTemplates } from '@/api/known-templates'
import type { Failure } from '@/domain/failure'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { decorateWords as words } from '@/locales/look/decorate'
import { goBack } from '@/platform/navigation/navigate'
import { preserveScroll } from '@/platform/navigation/scroll'
import { urlOf } from '@/routes'
import { useFlash } from '@/ui/flash/flash'
import { Page } from '@/ui/page/page'
import { Segmented } from '@/ui/segmented/segmented'
import { designOf, isSameDesign, moveSection } from '../model/design'
import { type OpenSheet, Sheets } from '../sheets/sheets'
import type { EditorState } from '../storage/cached-editor-state'
import { type LookDraft, reconcileDraft } from '../storage/look-drafts'
import { usePendingPhotos, usePendingUploads } from '../sync/pending-uploads'
import { useAutosave } from '../sync/use-autosave'
import { type LookState, usePublish } from '../sync/use-publish'
import { useVoiceUploads } from '../voices/use-voice-uploads'
import { EditorFoot } from './editor-foot'
import { frameOf } from './framed-section'
import { OfflineNote } from './offline-note'
import { ShopView, type ShopViewKind } from './shop-view'
import { Tools } from './tools'
import { type DesignEditor, useDesign } from './use-design'
import { useFocusAfterSheet } from './use-focus-after-sheet'
import './look-editor.scss'

interface LookEditorProps extends EditorState {
  draft: LookDraft
  /** Why the server's state could not be read; what is shown then comes from this phone's cache. */
  staleFailure: Failure | undefined
  onState(state: LookState): void
  onRetry(): void
}

const views: readonly { key: ShopViewKind; words: string }[] = [
  { key: 'edit', words: words.views.edit },
  { key: 'see', words: words.views.see },
  { key: 'large', words: words.views.large },
]

/** The design with its undo history, saving, publishing and pending uploads; `say` tells what happened without a tap. */
function useLookEditing({ shop, state, draft, onState }: LookEditorProps, say: (message: string) => void) {
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

/** Edits a shop's look in place. Each change is saved as a draft at once; buyers see the published look only. */
export function LookEditor(props: LookEditorProps) {
  const { shop, products, state } = props
  const [sheet, setSheet] = useState<OpenSheet | null>(null)
  const { flash, say } = useFlash()
  const focusAfterSheet = useFocusAfterSheet(sheet !== null)
  const known = useKnownTemplates()
  const editing = useLookEditing(props, say)
  const hasConflict = editing.autosave.saving.kind === 'conflict'

  useEffect(() => {
    if (hasConflict) setSheet({ name: 'conflict' })
  }, [hasConflict])

  return (
    <Page
      title={words.title}
      wide
      bleed
      onBack={() => goBack(urlOf('merchant', { shop: shop.id, tab: 'shop' }))}
      foot={<PublishFoot editing={editing} state={state} onOpen={setSheet} />}
    >
      <OfflineNote failure={props.staleFailure} onRetry={props.onRetry} />
      <EditedShop shop={shop} products={products} designEditor={editing.designEditor} onOpen={setSheet} />
      {sheet && (
        <Sheets
          sheet={sheet}
          shop={shop}
          products={products}
          known={known}
          state={state}
          designEditor={editing.designEditor}
          autosave={editing.autosave}
          publishing={editing.publishing}
          pendingUploads={editing.pendingUploads}
          onPublish={editing.publish}
          onOpen={setSheet}
          onFocusNext={focusAfterSheet}
          say={say}
        />
      )}
      {flash}
    </Page>
  )
}

interface PublishFootProps {
  editing: ReturnType<typeof useLookEditing>
  state: LookState
  onOpen(sheet: OpenSheet): void
}

function PublishFoot({ editing, state, onOpen }: PublishFootProps) {
  const { designEditor, autosave, publishing, pendingUploads, publish } = editing
  const { design, undo, redo } = designEditor
  const isEmpty = design.sections.length === 0
  return (
    <EditorFoot
      saving={autosave.saving}
      undo={undo}
      redo={redo}
      isPublished={isSameDesign(design, designOf(state.published))}
      isPublishing={publishing.busy}
      message={isEmpty ? words.nothing : publishing.message}
      canPublish={!isEmpty}
      onPublish={() => (pendingUploads ? onOpen({ name: 'pending-uploads' }) : publish())}
      onDecide={() => onOpen({ name: 'conflict' })}
    />
  )
}

interface EditedShopProps {
  shop: Shop
  products: readonly Product[]
  designEditor: DesignEditor
  onOpen(sheet: OpenSheet): void
}

/** The shop with the choice of its view, and the tools to edit it. */
function EditedShop({ shop, products, designEditor: { design, edit }, onOpen }: EditedShopProps) {
  const [view, setView] = useState<ShopViewKind>('edit')
  return (
    <View className="decorate">
      <View className="decorate__side">
        <View className="decorate__tools">
          <Segmented
            label={words.views.label}
            options={views}
            value={view}
            onChange={(key) => setView(key)}
          />
          {view === 'edit' && <Tools design={design} onOpen={(name) => onOpen({ name })} />}
        </View>
      </View>
      <View className="decorate__shop">
        <ShopView
          view={view}
          shop={shop}
          products={products}
          design={design}
          onOpen={(id) => onOpen({ name: 'section', id })}
          onMove={(id, by) => preserveScroll(frameOf(id), () => edit((now) => moveSection(now, id, by)))}
          onAdd={() => onOpen({ name: 'add' })}
        />
      </View>
    </View>
  )
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
