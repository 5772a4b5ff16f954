import { Text, View } from '@tarojs/components'
import type { Product } from '@/domain/sku'
import { productsWords } from '@/locales/zh-CN/products'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import type { OnSale } from './use-on-sale'

interface OnSaleRowProps {
  product: Product
  onSale: OnSale
  onOpen(): void
}

/** The ways to change a product, and what just became of it, with the way to take that back. */
export function OnSaleRow({ product, onSale, onOpen }: OnSaleRowProps) {
  const { name, onSale: shown } = product
  const trouble = onSale.trouble?.productId === product.id ? onSale.trouble.words : undefined
  const toggle = () => void onSale.toggle(product)
  return (
    <View className="on-sale-row">
      {onSale.last === product.id && (
        <View className="on-sale-row__said">
          <Text className="on-sale-row__words" {...aria({ role: 'status' })}>
            {shown ? productsWords.shownNow : productsWords.hiddenNow}
          </Text>
          <Button
            kind="soft"
            size="small"
            label={productsWords.undoLabel(name)}
            busy={onSale.busy === product.id && productsWords.busy}
            onPress={toggle}
          >
            {productsWords.undo}
          </Button>
        </View>
      )}
      {trouble && (
        <Text className="on-sale-row__words on-sale-row__words--bad" {...aria({ role: 'alert' })}>
          {trouble}
        </Text>
      )}
      <View className="on-sale-row__do">
        <Button kind="line" size="small" icon="edit" label={productsWords.editLabel(name)} onPress={onOpen}>
          {productsWords.edit}
        </Button>
        <Button
          kind="line"
          size="small"
          icon={shown ? 'hide' : 'show'}
          disabled={onSale.busy !== undefined}
          label={shown ? productsWords.hideLabel(name) : productsWords.showLabel(name)}
          onPress={toggle}
        >
          {shown ? productsWords.hide : productsWords.show}
        </Button>
      </View>
    </View>
  )
}
