import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import { manyProductsWords } from '@/locales/product/many-products'
import { aria, pressable } from '@/platform/a11y/aria'
import { focusElement } from '@/platform/a11y/focus'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Icon } from '@/ui/icon/icon'
import { usePlaceProduct } from './use-place-product'
import './order-products.scss'

const words = manyProductsWords.ordering

type Move = 'up' | 'down' | 'top'

const buttonId = (productId: Id, move: Move): string => `place-${move}-${productId}`

/** The place in the list to which a move leads. */
const targetOf: Record<Move, (at: number) => number> = {
  up: (at) => at - 1,
  down: (at) => at + 1,
  top: () => 0,
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const others = list.filter((_, at) => at !== from)
  return [...others.slice(0, to), ...list.slice(from, from + 1), ...others.slice(to)]
}

/** Sorts products by a list of ids; products that are not in it stay at the end. */
function inOrder(products: readonly Product[], ids: readonly Id[]): Product[] {
  const place = (id: Id) => (ids.includes(id) ? ids.indexOf(id) : ids.length)
  return [...products].sort((a, b) => place(a.id) - place(b.id))
}

interface OrderProductsProps {
  shopId: Id
  products: readonly Product[]
  /** These are some that were found: they can be put to the top only, as their neighbours are unknown. */
  isPartial: boolean
  /** Changes the loaded list. */
  onChange(edit: (products: Product[]) => Product[]): void
  /** Reads the list again after a failure. */
  onFailure(): void
  onEnd(): void
}

/** Orders the products by hand: each move is shown at once and saved. */
export function OrderProducts(props: OrderProductsProps) {
  const { shopId, products, isPartial, onChange, onFailure, onEnd } = props
  const [last, setLast] = useState<{ id: Id; move: Move }>()
  const ids = products.map(({ id }) => id)
  const { error, place } = usePlaceProduct(shopId, ids, (savedOrder) => {
    setLast(undefined)
    onChange((list) => inOrder(list, savedOrder))
    onFailure()
  })
  // the browser takes the focus from an element that is moved in the document
  useEffect(() => {
    if (last) focusElement(buttonId(last.id, last.move))
  }, [last])

  function move(id: Id, by: Move) {
    const from = ids.indexOf(id)
    const to = targetOf[by](from)
    const order = moved(ids, from, to)
    onChange((list) => inOrder(list, order))
    setLast({ id, move: by })
    place(id, order[to - 1], order)
  }
  const lastAt = last ? ids.indexOf(last.id) : -1
  const lastName = products[lastAt]?.name
  return (
    <View className="order-products">
      <View className="order-products__head">
        <Text className="order-products__title" {...aria({ role: 'status' })}>
          {lastName === undefined ? words.text : words.now(lastName, lastAt + 1)}
        </Text>
        {error && (
          <Text className="order-products__why" {...aria({ role: 'alert' })}>
            {words.failed(error)}
          </Text>
        )}
        <Button kind="line" size="small" onPress={onEnd}>
          {words.end}
        </Button>
      </View>
      <Card>
        {products.map((product, at) => (
          <ProductPlace
            key={product.id}
            product={product}
            isFirst={at === 0}
            isLast={at === products.length - 1}
            isPartial={isPartial}
            onMove={(by) => move(product.id, by)}
          />
        ))}
      </Card>
    </View>
  )
}

interface ProductPlaceProps {
  product: Product
  isFirst: boolean
  isLast: boolean
  isPartial: boolean
  onMove(move: Move): void
}

function ProductPlace(props: ProductPlaceProps) {
  const { product, isFirst, isLast, isPartial, onMove } = props
  const { id, name } = product
  const button = (move: Move, isOff: boolean) => ({
    id: buttonId(id, move),
    className: `order-products__move ${isOff ? 'order-products__move--off' : ''}`,
    ...pressable(words[move](name), () => onMove(move), { disabled: isOff }),
  })
  return (
    <View className="order-products__row">
      <Text className="order-products__name">{name}</Text>
      <View className="order-products__moves">
        <View {...button('top', isFirst && !isPartial)}>
          <Text>{words.topShort}</Text>
        </View>
        {!isPartial && (
          <>
            <View {...button('up', isFirst)}>
              <Icon name="up" size={24} />
            </View>
            <View {...button('down', isLast)}>
              <Icon name="down" size={24} />
            </View>
          </>
        )}
      </View>
    </View>
  )
}
