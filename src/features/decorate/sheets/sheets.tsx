import { useMemo } from 'react'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { decorateWords as words } from '@/locales/look/decorate'
import { type KnownTemplate, sortForTrade } from '@/templates/known-template'
import { frameOf, titleOf } from '../editor/framed-section'
import { ADD_BELOW } from '../editor/shop-view'
import type { Tool } from '../editor/tools'
import type { DesignEditor } from '../editor/use-design'
import type { FocusTarget } from '../editor/use-focus-after-sheet'
import { addSection, changeSettings, type Design, designOf, recolor, removeSection } from '../model/design'
import { sectionWordsOf } from '../model/section-words'
import { switchTemplate } from '../model/switch-template'
import { useLookDrafts } from '../storage/look-drafts'
import { hasPendingUpload, type PendingUploads } from '../sync/pending-uploads'
import type { Autosave } from '../sync/use-autosave'
import type { LookState, Publishing } from '../sync/use-publish'
import { AddSheet } from './add-sheet'
import { ColorSheet } from './color-sheet'
import { ConflictSheet } from './conflict-sheet'
import { HistorySheet } from './history-sheet'
import { PendingUploadsSheet } from './pending-uploads-sheet'
import { SectionSheet } from './section-sheet'
import { TemplateSheet } from './template-sheet'
import './sheets.scss'

/** The open sheet. `isNew` marks a section that was just added. */
export type OpenSheet =
  | { name: 'section'; id: string; isNew?: boolean }
  | { name: Tool | 'conflict' | 'pending-uploads' }

interface SheetsProps {
  sheet: OpenSheet
  shop: Shop
  products: readonly Product[]
  known: readonly KnownTemplate[]
  state: LookState
  designEditor: DesignEditor
  autosave: Autosave
  publishing: Publishing
  pendingUploads: PendingUploads | undefined
  onPublish(): void
  onOpen(sheet: OpenSheet | null): void
  /** Sets the element that takes the focus once the sheet has closed. */
  onFocusNext(target: FocusTarget): void
  say(words: string): void
}

/** Renders the open sheet and carries out its actions. */
export function Sheets(props: SheetsProps) {
  const { sheet, onOpen } = props
  const close = () => onOpen(null)
  switch (sheet.name) {
    case 'section':
      return <EditSectionSheet {...props} {...sheet} close={close} />
    case 'add':
      return <AddSectionSheet {...props} close={close} />
    case 'template':
      return <SwitchTemplateSheet {...props} close={close} />
    case 'color':
      return <RecolorSheet {...props} close={close} />
    case 'history':
      return <RestoreVersionSheet {...props} close={close} />
    case 'pending-uploads':
      return (
        <PendingUploadsSheet
          pending={props.pendingUploads}
          onClose={close}
          onPublish={() => {
            close()
            props.onPublish()
          }}
        />
      )
    case 'conflict':
      return <ResolveConflictSheet {...props} close={close} />
  }
}

type OpenSheetProps = SheetsProps & { close(): void }

/** Adds a section and opens its settings. */
function AddSectionSheet({ designEditor: { design, edit }, onOpen, close }: OpenSheetProps) {
  return (
    <AddSheet
      design={design}
      onClose={close}
      onAdd={(kind) => {
        const next = addSection(design, kind)
        const id = next.sections.find((section) => !design.sections.includes(section))?.id
        edit(() => next)
        onOpen(id === undefined ? null : { name: 'section', id, isNew: true })
      }}
    />
  )
}

function SwitchTemplateSheet({ shop, products, known, designEditor, say, close }: OpenSheetProps) {
  const { design, edit } = designEditor
  const offered = useMemo(() => {
    const from = known.find(({ name }) => name === design.template)
    const designIn = (to: KnownTemplate) =>
      to === from
        ? design
        : switchTemplate(design, { to, from, hasPendingUpload: (id) => hasPendingUpload(shop.id, id) })
    return sortForTrade(shop.trade, known).map((template) => ({ template, design: designIn(template) }))
  }, [shop.id, shop.trade, known, design])
  return (
    <TemplateSheet
      shop={shop}
      products={products}
      offered={offered}
      chosen={design.template}
      onClose={close}
      onChoose={({ template, design: next }) => {
        close()
        if (template.name === design.template) return
        if (next) edit(() => next)
        else say(words.noRoomToSwitch)
      }}
    />
  )
}

function RecolorSheet({ designEditor: { design, edit }, close }: OpenSheetProps) {
  return (
    <ColorSheet
      chosen={design.theme.seed}
      onClose={close}
      onChoose={(seed) => {
        edit((now) => recolor(now, seed))
        close()
      }}
    />
  )
}

function RestoreVersionSheet({ state, known, designEditor, publishing, say, close }: OpenSheetProps) {
  const restore = async (version: number) => {
    const done = await publishing.restoreVersion(version, (past) => designEditor.edit(() => past))
    if (!done) return
    close()
    say(words.returned)
  }
  return (
    <HistorySheet
      history={state.history}
      known={known}
      restoring={publishing.restoring}
      message={publishing.message}
      onClose={close}
      onRestore={(version) => void restore(version)}
    />
  )
}

function EditSectionSheet({
  id,
  isNew,
  shop,
  products,
  designEditor,
  say,
  close,
  onFocusNext,
}: OpenSheetProps & { id: string; isNew?: boolean }) {
  const { design, edit } = designEditor
  const section = design.sections.find((one) => one.id === id)
  if (!section) return null
  return (
    <SectionSheet
      shopId={shop.id}
      section={section}
      products={products}
      onClose={() => {
        if (isNew) onFocusNext({ focus: titleOf(id), scrollTo: frameOf(id) })
        close()
      }}
      onRemove={() => {
        onFocusNext({ focus: focusAfterRemoving(design, id) })
        close()
        edit((now) => removeSection(now, id))
        say(words.removed(sectionWordsOf(section.kind).title))
      }}
      onEdit={(change, typedField) =>
        edit((now) => {
          const known = now.sections.find((one) => one.id === id)
          return known ? changeSettings(now, id, change(known.settings)) : now
        }, typedField && `${id} ${typedField}`)
      }
    />
  )
}

/** The id of the element to focus after a section was removed: its neighbour's title, else the add button. */
function focusAfterRemoving({ sections }: Design, id: string): string {
  const at = sections.findIndex((section) => section.id === id)
  const neighbour = sections[at + 1] ?? sections[at - 1]
  return neighbour ? titleOf(neighbour.id) : ADD_BELOW
}

function ResolveConflictSheet({ shop, known, designEditor, autosave, close }: OpenSheetProps) {
  const { saving } = autosave
  if (saving.kind !== 'conflict') return null
  const { theirs } = saving
  const rebase = () =>
    useLookDrafts.getState().change(shop.id, { version: theirs.version, saved: designOf(theirs), sent: [] })
  return (
    <ConflictSheet
      mine={designEditor.design}
      theirs={designOf(theirs)}
      known={known}
      onClose={close}
      onMine={() => {
        rebase()
        close()
        void autosave.flush()
      }}
      onTheirs={() => {
        rebase()
        designEditor.edit(() => designOf(theirs))
        close()
        void autosave.flush()
      }}
    />
  )
}
