import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { formatPrice } from '@/domain/money'
import type { Product } from '@/domain/product/product'
import { manyProductsWords } from '@/locales/product/many-products'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { LongList } from '@/ui/long-list/long-list'
import { useSetOnSale } from './use-set-on-sale'
import './select-products.scss'

const words = manyProductsWords.selecting

/** Estimated height of a row, in px. */
const ROW_HEIGHT = 64

function noteOf({ onSale, skus, unit }: Product): string {
  const prices = skus.map(({ price }) => price)
  const lowest = formatPrice(Math.min(...prices))
  return words.note(
    onSale ? words.onSale : words.offSale,
    words.price(lowest, unit, new Set(prices).size > 1),
  )
}

interface SelectProductsProps {
  shopId: Id
  /** The products to select from. */
  products: readonly Product[]
  /** More of them are being loaded. */
  isLoadingRest: boolean
  onChanged(products: Product[]): void
  onEnd(): void
}

/** Selects products to hide or show together; the selection stays afterwards. */
export function SelectProducts(props: SelectProductsProps) {
  const { shopId, products, isLoadingRest, onChanged, onEnd } = props
  const [selectedIds, setSelectedIds] = useState<readonly Id[]>([])
  const setting = useSetOnSale(shopId, onChanged)
  // a selected product may have left the list meanwhile
  const selected = products.filter(({ id }) => selectedIds.includes(id))
  const isAll = selected.length === products.length && products.length > 0
  const select = (ids: readonly Id[]) => {
    setSelectedIds(ids)
    setting.clear()
  }
  const toggle = (id: Id) =>
    select(selectedIds.includes(id) ? selectedIds.filter((one) => one !== id) : [...selectedIds, id])
  return (
    <View className="select-products">
      <View className="select-products__head">
        <Text className="select-products__title" {...aria({ role: 'status' })}>
          {setting.message ?? (isLoadingRest ? words.loadingRest : words.title(selected.length))}
        </Text>
        <View className="select-products__do">
          <Button
            kind="soft"
            size="small"
            disabled={isLoadingRest}
            onPress={() => select(isAll ? [] : products.map(({ id }) => id))}
          >
            {isAll ? words.none : words.all}
          </Button>
          {setting.undo && (
            <Button
              kind="soft"
              size="small"
              busy={setting.busy && words.busy}
              onPress={() => void setting.undo?.()}
            >
              {words.undo}
            </Button>
          )}
          <Button kind="line" size="small" onPress={onEnd}>
            {words.end}
          </Button>
        </View>
        <OnSaleButtons selected={selected} setting={setting} />
      </View>
      <Card>
        <LongList items={products} className="select-products__block" estimatedHeight={ROW_HEIGHT}>
          {(product, { at, of }) => (
            <View key={product.id} {...aria({ role: 'listitem', posinset: at, setsize: of })}>
              <Choice
                role="checkbox"
                words={product.name}
                note={noteOf(product)}
                chosen={selectedIds.includes(product.id)}
                onPress={() => toggle(product.id)}
              />
            </View>
          )}
        </LongList>
      </Card>
    </View>
  )
}

interface OnSaleButtonsProps {
  selected: readonly Product[]
  setting: ReturnType<typeof useSetOnSale>
}

/** Buttons for the selected products that are on sale, and for those that are not. */
function OnSaleButtons({ selected, setting }: OnSaleButtonsProps) {
  const shown = selected.filter(({ onSale }) => onSale).length
  const hidden = selected.length - shown
  const set = (onSale: boolean) => void setting.set(selected, onSale)
  if (selected.length === 0) return null
  return (
    <View className="select-products__do">
      {shown > 0 && (
        <Button icon="hide" busy={setting.busy && words.busy} onPress={() => set(false)}>
          {words.hide(shown)}
        </Button>
      )}
      {hidden > 0 && (
        <Button
          kind={shown > 0 ? 'line' : 'main'}
          icon="show"
          busy={setting.busy && words.busy}
          onPress={() => set(true)}
        >
          {words.show(hidden)}
        </Button>
      )}
    </View>
  )
}
