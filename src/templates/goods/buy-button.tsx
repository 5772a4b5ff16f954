import { Text, View } from '@tarojs/components'
import { isSoldOut, type Product } from '@/domain/sku'
import { sectionWords } from '@/words/zh/sections'
import type { Scene } from '../section'
import { press } from './press'

interface BuyButtonProps {
  product: Product
  scene: Scene
  closed: boolean
}

/** The main button of a product shown large, which says what a tap will do; as wide with one in the cart as without. */
export function BuyButton({ product, scene, closed }: BuyButtonProps) {
  const quantity = scene.useQuantity(product)
  const { goods, featured } = sectionWords
  if (isSoldOut(product)) return <Text className="goods__state">{goods.soldOut}</Text>
  if (closed) return <Text className="goods__state">{goods.resting}</Text>
  if (scene.viewOnly) return null
  const several = product.skus.length > 1
  const chosen = several ? 0 : quantity
  const { name } = product
  const label = several ? goods.choose(name) : chosen > 0 ? featured.more(name, chosen) : goods.add(name, 0)
  return (
    <View className="goods-large__buy" {...press(scene, label, () => scene.add(product))}>
      <Text>{several ? featured.choose : featured.buy}</Text>
      {chosen > 0 && <Text className="goods__count">{chosen}</Text>}
    </View>
  )
}
