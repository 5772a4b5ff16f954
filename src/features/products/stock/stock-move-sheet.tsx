import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { stockAfter } from '@/domain/product/stock'
import { productListWords } from '@/locales/product/products'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Segmented } from '@/ui/segmented/segmented'
import { Sheet } from '@/ui/sheet/sheet'
import './stock-move-sheet.scss'

interface StockMoveSheetProps {
  what: string
  unit: string
  stock: number
  lowStock: number
  onMove(delta: number): void
  onClose(): void
}

type Direction = 'more' | 'less'

const words = productListWords.deliverySheet

/** Enters a change of the stock other than a sale, as an amount more or less. */
export function StockMoveSheet({ what, unit, stock, lowStock, onMove, onClose }: StockMoveSheetProps) {
  const [direction, setDirection] = useState<Direction>('more')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const amount = /^\d{1,7}$/.test(text.trim()) ? Number(text) : 0
  const delta = direction === 'more' ? amount : -amount
  const after = amount === 0 ? null : stockAfter(stock, delta)
  const error = amount === 0 ? words.error : direction === 'less' ? words.tooMany(stock) : words.error
  const done = () => (after === null ? setTried(true) : onMove(delta))
  return (
    <Sheet title={words.title(what)} onClose={onClose} foot={<Button onPress={done}>{words.do}</Button>}>
      <View className="delivery-sheet">
        <Text className="delivery-sheet__left">
          {words.left(productListWords.stock(stock, unit, lowStock))}
        </Text>
        <Segmented<Direction>
          label={words.how}
          value={direction}
          onChange={setDirection}
          options={[
            { key: 'more', words: words.more },
            { key: 'less', words: words.less },
          ]}
        />
        <Field
          label={words.amount(unit)}
          kind="number"
          value={text}
          maxLength={7}
          focus
          error={after === null && (tried || amount > 0) ? error : undefined}
          hint={after === null ? undefined : words.after(productListWords.stock(after, unit, lowStock))}
          onChange={setText}
        />
      </View>
    </Sheet>
  )
}
