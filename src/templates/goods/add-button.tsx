import { Text, View } from '@tarojs/components'
import { isSoldOut, type Product } from '@/domain/sku'
import { Icon } from '@/ui/icon/icon'
import { sectionWords } from '@/words/zh/sections'
import type { Scene } from '../section'
import { press } from './press'

interface AddButtonProps {
  product: Product
  scene: Scene
  closed: boolean
}

/** A + with how many are in the cart; the word for it where nothing can be bought. */
export function AddButton({ product, scene, closed }: AddButtonProps) {
  const quantity = scene.useQuantity(product)
  const words = sectionWords.goods
  if (isSoldOut(product)) return <Text className="goods__state">{words.soldOut}</Text>
  if (closed) return <Text className="goods__state">{words.resting}</Text>
  if (scene.viewOnly) return null
  const label = product.skus.length > 1 ? words.choose(product.name) : words.add(product.name, quantity)
  return (
    <View className="goods__add" {...press(scene, label, () => scene.add(product))}>
      <Icon name="plus" />
      {quantity > 0 && <Text className="goods__count">{quantity}</Text>}
    </View>
  )
}
