import { Text, View } from '@tarojs/components'
import type { Product } from '@/domain/product/product'
import { productListWords } from '@/locales/product/products'
import { shareWords } from '@/locales/shop/share'
import { aria } from '@/platform/a11y/aria'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import type { OnSaleToggle } from './use-toggle-on-sale'

interface ProductActionsProps {
  /** The slug of the shop. */
  slug: string
  product: Product
  onSale: OnSaleToggle
  onOpen(): void
}

/** The buttons to edit, to hide or show and to share a product, and the last result with an undo button. */
export function ProductActions({ slug, product, onSale, onOpen }: ProductActionsProps) {
  const { name, onSale: isOnSale } = product
  const error = onSale.error?.productId === product.id ? onSale.error.message : undefined
  const toggle = () => void onSale.toggle(product)
  return (
    <View className="on-sale-row">
      {onSale.last === product.id && (
        <ToggleResult product={product} busy={onSale.busy === product.id} onUndo={toggle} />
      )}
      {error && (
        <Text className="on-sale-row__words on-sale-row__words--bad" {...aria({ role: 'alert' })}>
          {error}
        </Text>
      )}
      <View className="on-sale-row__do">
        <Button
          kind="line"
          size="small"
          icon="edit"
          label={productListWords.editLabel(name)}
          onPress={onOpen}
        >
          {productListWords.edit}
        </Button>
        <Button
          kind="line"
          size="small"
          icon={isOnSale ? 'hide' : 'show'}
          disabled={onSale.busy !== undefined}
          label={isOnSale ? productListWords.hideLabel(name) : productListWords.showLabel(name)}
          onPress={toggle}
        >
          {isOnSale ? productListWords.hide : productListWords.show}
        </Button>
        {isOnSale && (
          <Button
            kind="line"
            size="small"
            icon="share"
            label={shareWords.openLabel(name)}
            onPress={() => go(urlOf('share', { slug, id: product.id }))}
          >
            {shareWords.open}
          </Button>
        )}
      </View>
    </View>
  )
}

function ToggleResult({ product, busy, onUndo }: { product: Product; busy: boolean; onUndo(): void }) {
  return (
    <View className="on-sale-row__said">
      <Text className="on-sale-row__words" {...aria({ role: 'status' })}>
        {product.onSale ? productListWords.shownNow : productListWords.hiddenNow}
      </Text>
      <Button
        kind="soft"
        size="small"
        label={productListWords.undoLabel(product.name)}
        busy={busy && productListWords.busy}
        onPress={onUndo}
      >
        {productListWords.undo}
      </Button>
    </View>
  )
}
