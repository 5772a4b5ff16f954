import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useKnownTemplates } from '@/api/known-templates'
import type { Failure } from '@/domain/failure'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { offlineWords } from '@/locales/failure'
import { decorateWords as words } from '@/locales/look/decorate'
import { aria } from '@/platform/a11y/aria'
import { goBack } from '@/platform/navigation/navigate'
import { preserveScroll } from '@/platform/navigation/scroll'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { useFlash } from '@/ui/flash/flash'
import { Icon } from '@/ui/icon/icon'
import { Page } from '@/ui/page/page'
import { Segmented } from '@/ui/segmented/segmented'
import { moveSection } from '../model/design'
import { type OpenSheet, Sheets } from '../sheets/sheets'
import { EditorFoot } from './editor-foot'
import { frameOf } from './framed-section'
import { ShopView, type ShopViewKind } from './shop-view'
import { Tools } from './tools'
import type { DesignEditor } from './use-design'
import { useFocusAfterSheet } from './use-focus-after-sheet'
import { type LookEditorProps, useLookEditing } from './use-look-editing'
import './look-editor.scss'

const views: readonly { key: ShopViewKind; words: string }[] = [
  { key: 'edit', words: words.views.edit },
  { key: 'see', words: words.views.see },
  { key: 'large', words: words.views.large },
]

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
      foot={<EditorFoot editing={editing} state={state} onOpen={setSheet} />}
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

/** A note above a look that comes from the cache: which changes are possible offline and which need the server. */
function OfflineNote({ failure, onRetry }: { failure: Failure | undefined; onRetry(): void }) {
  const isOffline = failure?.code === 'offline' || failure?.code === 'timeout'
  return (
    <View {...aria({ role: 'status' })}>
      {failure && (
        <View className="decorate__offline">
          <View className="decorate__offline-words">
            <Icon name={isOffline ? 'offline' : 'warn'} size={24} />
            <Text className="decorate__offline-text">
              {isOffline ? words.cachedOffline : words.cachedUnreachable}
            </Text>
          </View>
          <Button kind="line" size="small" onPress={onRetry}>
            {offlineWords.retry}
          </Button>
        </View>
      )}
    </View>
  )
}
