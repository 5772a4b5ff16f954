import type { Shop } from '@/domain/shop'
import type { Product } from '@/domain/sku'
import { decorateWords as words } from '@/locales/zh-CN/decorate'
import { type KnownTemplate, offeredTo } from '@/templates/known'
import { frameOf, titleOf } from '../editor/framed-section'
import { ADD_BELOW } from '../editor/shop-view'
import type { Tool } from '../editor/tools'
import type { Designing } from '../editor/use-design'
import type { NextPart } from '../editor/use-next-part'
import { added, changed, type Design, designOf, recoloured, removed } from '../model/design'
import { wordsOf } from '../model/section-words'
import { switched } from '../model/switch-template'
import { useLookDrafts } from '../storage/look-drafts'
import { isAwaited, type Unsent } from '../sync/pending-uploads'
import type { Autosave } from '../sync/use-autosave'
import type { LookState, Publishing } from '../sync/use-publish'
import { AddSheet } from './add-sheet'
import { ColourSheet } from './colour-sheet'
import { ConflictSheet } from './conflict-sheet'
import { HistorySheet } from './history-sheet'
import { SectionSheet } from './section-sheet'
import { TemplateSheet } from './template-sheet'
import { UnsentSheet } from './unsent-sheet'
import './sheets.scss'

/** `fresh` was added just now. */
export type SheetName =
  | { name: 'section'; id: string; fresh?: boolean }
  | { name: Tool | 'conflict' | 'unsent' }

interface SheetsProps {
  sheet: SheetName
  shop: Shop
  products: readonly Product[]
  known: readonly KnownTemplate[]
  state: LookState
  designing: Designing
  autosave: Autosave
  publishing: Publishing
  unsent: Unsent | undefined
  onPublish(): void
  onOpen(sheet: SheetName | null): void
  /** Where the page goes on once the sheet has closed. */
  onNext(part: NextPart): void
  say(words: string): void
}

/** The sheet that is open, and what is done from it. */
export function Sheets(props: SheetsProps) {
  const { sheet, shop, known, state, designing, publishing, onOpen, say } = props
  const { design, edit } = designing
  const close = () => onOpen(null)
  switch (sheet.name) {
    case 'section':
      return <OneSection {...props} {...sheet} close={close} />
    case 'add':
      return (
        <AddSheet
          design={design}
          onClose={close}
          onAdd={(kind) => {
            const next = added(design, kind)
            const id = next.sections.find((section) => !design.sections.includes(section))?.id
            edit(() => next)
            onOpen(id === undefined ? null : { name: 'section', id, fresh: true })
          }}
        />
      )
    case 'template':
      return (
        <TemplateSheet
          offered={offeredTo(shop.trade, known)}
          chosen={design.template}
          onClose={close}
          onChoose={(template) => {
            close()
            if (template.name === design.template) return
            const from = known.find(({ name }) => name === design.template)
            const next = switched(design, { to: template, from, awaits: (id) => isAwaited(shop.id, id) })
            if (next) edit(() => next)
            else say(words.noRoomToSwitch)
          }}
        />
      )
    case 'colour':
      return (
        <ColourSheet
          chosen={design.theme.seed}
          onClose={close}
          onChoose={(seed) => {
            edit((now) => recoloured(now, seed))
            close()
          }}
        />
      )
    case 'history':
      return (
        <HistorySheet
          history={state.history}
          known={known}
          busy={publishing.returning}
          trouble={publishing.trouble}
          onClose={close}
          onReturn={(version) => void goBackTo(props, version, close)}
        />
      )
    case 'unsent':
      return (
        <UnsentSheet
          unsent={props.unsent}
          onClose={close}
          onPublish={() => {
            close()
            props.onPublish()
          }}
        />
      )
    case 'conflict':
      return <Conflict {...props} close={close} />
  }
}

async function goBackTo({ designing, publishing, say }: SheetsProps, version: number, close: () => void) {
  const done = await publishing.returnTo(version, (past) => designing.edit(() => past))
  if (!done) return
  close()
  say(words.returned)
}

type Opened = SheetsProps & { close(): void }

function OneSection({
  id,
  fresh,
  shop,
  products,
  designing,
  say,
  close,
  onNext,
}: Opened & { id: string; fresh?: boolean }) {
  const { design, edit } = designing
  const section = design.sections.find((one) => one.id === id)
  if (!section) return null
  return (
    <SectionSheet
      shopId={shop.id}
      section={section}
      products={products}
      onClose={() => {
        if (fresh) onNext({ focus: titleOf(id), show: frameOf(id) })
        close()
      }}
      onRemove={() => {
        onNext({ focus: afterRemoving(design, id) })
        close()
        edit((now) => removed(now, id))
        say(words.removed(wordsOf(section.kind).title))
      }}
      onEdit={(change, typedInto) =>
        edit((now) => {
          const known = now.sections.find((one) => one.id === id)
          return known ? changed(now, id, change(known.settings)) : now
        }, typedInto && `${id} ${typedInto}`)
      }
    />
  )
}

/** What comes to stand in a section's place. */
function afterRemoving({ sections }: Design, id: string): string {
  const at = sections.findIndex((section) => section.id === id)
  const neighbour = sections[at + 1] ?? sections[at - 1]
  return neighbour ? titleOf(neighbour.id) : ADD_BELOW
}

function Conflict({ shop, known, designing, autosave, close }: Opened) {
  const { saving } = autosave
  if (saving.kind !== 'told') return null
  const { theirs } = saving
  const onTop = () =>
    useLookDrafts.getState().change(shop.id, { version: theirs.version, saved: designOf(theirs), sent: [] })
  return (
    <ConflictSheet
      mine={designing.design}
      theirs={designOf(theirs)}
      known={known}
      onClose={close}
      onMine={() => {
        onTop()
        close()
        void autosave.flush()
      }}
      onTheirs={() => {
        onTop()
        designing.edit(() => designOf(theirs))
        close()
        void autosave.flush()
      }}
    />
  )
}
