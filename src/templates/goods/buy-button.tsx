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

/** The main button of a product shown large, which says what a tap will do. */
export function BuyButton({ product, scene, closed }: BuyButtonProps) {
  const quantity = scene.useQuantity(product)
  const { goods, featured } = sectionWords
  if (isSoldOut(product)) return <Text className="goods__state">{goods.soldOut}</Text>
  if (closed) return <Text className="goods__state">{goods.resting}</Text>
  const several = product.skus.length > 1
  const label = several ? goods.choose(product.name) : goods.add(product.name, quantity)
  const words = several ? featured.choose : quantity > 0 ? featured.more(quantity) : featured.buy
  return (
    <View className="goods-large__buy" {...press(scene, label, () => scene.add(product))}>
      <Text>{words}</Text>
    </View>
  )
}
