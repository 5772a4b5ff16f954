import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { formatPrice, parseYuan } from '@/domain/money'
import { isDoubtfulPrice } from '@/domain/product/price-range'
import type { Product } from '@/domain/product/product'
import type { Sku } from '@/domain/product/sku'
import type { Trade } from '@/domain/shop/trade'
import { productFormWords, productListWords } from '@/locales/product/products'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { PriceDoubtSheet } from '@/ui/price-doubt/price-doubt-sheet'
import { Sheet } from '@/ui/sheet/sheet'
import { useChangePrice } from './use-change-price'
import './price-sheet.scss'

interface PriceSheetProps {
  shopId: Id
  trade: Trade
  product: Product
  sku: Sku
  onProduct(product: Product): void
  onClose(): void
}

const words = productListWords.price

function faultOf(text: string): string | undefined {
  const price = parseYuan(text)
  if (price === null) return productFormWords.faults.price
  return price === 0 ? productFormWords.faults.noPrice : undefined
}

/** Changes the price of a sku in the list; a doubtful price is confirmed first, as in the form. */
export function PriceSheet({ onClose, ...props }: PriceSheetProps) {
  const { trade, product, sku } = props
  const [text, setText] = useState(formatPrice(sku.price))
  const [tried, setTried] = useState(false)
  const [isDoubted, setIsDoubted] = useState(false)
  const changing = useChangePrice(props)
  const fault = faultOf(text)

  const save = async () => {
    if (await changing.save(parseYuan(text) ?? 0)) onClose()
  }
  const done = () => {
    setTried(true)
    if (fault) return
    if (parseYuan(text) === sku.price) return onClose()
    if (isDoubtfulPrice(text, { trade, unit: product.unit, name: product.name, before: sku.price }))
      setIsDoubted(true)
    else void save()
  }
  if (isDoubted)
    return (
      <PriceDoubtSheet
        price={text}
        before={sku.price}
        unit={product.unit}
        onSure={() => {
          setIsDoubted(false)
          void save()
        }}
        onClose={() => setIsDoubted(false)}
      />
    )
  return (
    <Sheet
      title={words.title(productListWords.skuName(product.name, sku.label))}
      // closed while it is being saved, the sheet could not say that this failed
      onClose={() => changing.busy || onClose()}
      foot={
        <Button busy={changing.busy && productFormWords.saving} onPress={done}>
          {productFormWords.save}
        </Button>
      }
    >
      <View className="price-sheet">
        <Text className="price-sheet__now">{words.now(formatPrice(sku.price), product.unit)}</Text>
        <Field
          label={productFormWords.priceOf(product.unit)}
          kind="amount"
          value={text}
          maxLength={10}
          focus
          error={(tried ? fault : undefined) ?? changing.error}
          onChange={setText}
        />
      </View>
    </Sheet>
  )
}
