import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { useKnownTemplates } from '@/api/known-templates'
import type { Failure } from '@/domain/failure'
import { decorateWords as words } from '@/locales/zh-CN/decorate'
import { goBack } from '@/platform/navigation/navigate'
import { preserveScroll } from '@/platform/navigation/scroll'
import { urlOf } from '@/routes'
import { useFlash } from '@/ui/flash/flash'
import { Page } from '@/ui/page/page'
import { Segmented } from '@/ui/segmented/segmented'
import { designOf, moved, sameDesign } from '../model/design'
import { type SheetName, Sheets } from '../sheets/sheets'
import type { Decorated } from '../storage/cached-editor-state'
import { type LookDraft, meet } from '../storage/look-drafts'
import { usePhotosOnTheWay, useUnsent } from '../sync/pending-uploads'
import { useAutosave } from '../sync/use-autosave'
import { type LookState, usePublish } from '../sync/use-publish'
import { useSendVoices } from '../voices/use-send-voices'
import { Foot } from './foot'
import { frameOf } from './framed-section'
import { KeptNote } from './offline-note'
import { ShopView, type ShopViewKind } from './shop-view'
import { Tools } from './tools'
import { useDesign } from './use-design'
import { useNextPart } from './use-next-part'
import './decorate.scss'

interface DecorateProps extends Decorated {
  draft: LookDraft
  /** Why nothing newer comes: what is shown is what this phone knows. */
  old: Failure | undefined
  onState(state: LookState): void
  onRetry(): void
}

const views: readonly { key: ShopViewKind; words: string }[] = [
  { key: 'edit', words: words.views.edit },
  { key: 'see', words: words.views.see },
  { key: 'large', words: words.views.large },
]

/** A shop's look, to be changed where it is seen. Everything is kept as it is done; buyers see what is published. */
export function Decorate(props: DecorateProps) {
  const { shop, products, state, draft, old, onState } = props
  const [view, setView] = useState<ShopViewKind>('edit')
  const [sheet, setSheet] = useState<SheetName | null>(null)
  const { flash, say } = useFlash()
  const onNext = useNextPart(sheet !== null)
  const known = useKnownTemplates()
  const designing = useDesign(shop.id, draft.design)
  const { design, edit } = designing
  const autosave = useAutosave(shop.id)
  useSendVoices(shop.id, designing)
  const onPublished = () => {
    designing.endStep()
    say(words.published)
  }
  const publishing = usePublish(shop.id, { autosave, onState, onFound: onPublished })
  const unsent = useUnsent(shop.id, design)
  const { saving } = autosave
  const told = saving.kind === 'told'
  const empty = design.sections.length === 0
  const missed = usePhotosOnTheWay((photos) => photos.missed)
  useOnMore(missed, () => say(words.field.failed))
  useMeeting(shop.id, state, autosave.tell, () => say(words.takenOver))

  useEffect(() => {
    if (told) setSheet({ name: 'conflict' })
  }, [told])

  const publish = async () => {
    if (await publishing.publish()) onPublished()
  }
  return (
    <Page
      title={words.title}
      wide
      bleed
      onBack={() => goBack(urlOf('merchant', { shop: shop.id, tab: 'shop' }))}
      foot={
        <Foot
          saving={saving}
          undo={designing.undo}
          redo={designing.redo}
          asShown={sameDesign(design, designOf(state.published))}
          busy={publishing.busy}
          trouble={empty ? words.nothing : publishing.trouble}
          ready={!empty}
          onPublish={() => (unsent ? setSheet({ name: 'unsent' }) : void publish())}
          onDecide={() => setSheet({ name: 'conflict' })}
        />
      }
    >
      <KeptNote old={old} onRetry={props.onRetry} />
      <View className="decorate">
        <View className="decorate__side">
          <View className="decorate__tools">
            <Segmented
              label={words.views.label}
              options={views}
              value={view}
              onChange={(key) => setView(key)}
            />
            {view === 'edit' && <Tools design={design} onOpen={(name) => setSheet({ name })} />}
          </View>
        </View>
        <View className="decorate__shop">
          <ShopView
            view={view}
            shop={shop}
            products={products}
            design={design}
            onOpen={(id) => setSheet({ name: 'section', id })}
            onMove={(id, by) => preserveScroll(frameOf(id), () => edit((now) => moved(now, id, by)))}
            onAdd={() => setSheet({ name: 'add' })}
          />
        </View>
      </View>
      {sheet && (
        <Sheets
          sheet={sheet}
          shop={shop}
          products={products}
          known={known}
          state={state}
          designing={designing}
          autosave={autosave}
          publishing={publishing}
          unsent={unsent}
          onPublish={() => void publish()}
          onOpen={setSheet}
          onNext={onNext}
          say={say}
        />
      )}
      {flash}
    </Page>
  )
}

/** Tells each time a count has grown. */
function useOnMore(count: number, tell: () => void) {
  const before = useRef(count)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the count says when
  useEffect(() => {
    if (count > before.current) tell()
    before.current = count
  }, [count])
}

/** Meets the server's draft each time it was read: another device's is told, or taken where nothing is unsaved here. */
function useMeeting(
  shopId: string,
  { draft }: LookState,
  tell: (theirs: LookState['draft']) => void,
  onTaken: () => void,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was read anew is met
  useEffect(() => {
    const met = meet(shopId, draft)
    if (met === 'conflict') tell(draft)
    if (met === 'taken') onTaken()
  }, [draft])
}
