import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { stockAfter } from '@/domain/stock'
import { productsWords } from '@/locales/zh-CN/products'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Segmented } from '@/ui/segmented/segmented'
import { Sheet } from '@/ui/sheet/sheet'
import './delivery-sheet.scss'

interface DeliverySheetProps {
  what: string
  unit: string
  stock: number
  onMove(delta: number): void
  onClose(): void
}

type Way = 'more' | 'less'

const words = productsWords.deliverySheet

/** So much came in, or so much is gone otherwise than by a sale: typed as a number, moved as a delta. */
export function DeliverySheet({ what, unit, stock, onMove, onClose }: DeliverySheetProps) {
  const [way, setWay] = useState<Way>('more')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const amount = /^\d{1,7}$/.test(text.trim()) ? Number(text) : 0
  const delta = way === 'more' ? amount : -amount
  const after = amount === 0 ? null : stockAfter(stock, delta)
  const fault = amount === 0 ? words.fault : way === 'less' ? words.tooMany(stock) : words.fault
  const done = () => (after === null ? setTried(true) : onMove(delta))
  return (
    <Sheet title={words.title(what)} onClose={onClose} foot={<Button onPress={done}>{words.do}</Button>}>
      <View className="delivery-sheet">
        <Text className="delivery-sheet__left">{words.left(productsWords.stock(stock, unit))}</Text>
        <Segmented<Way>
          label={words.how}
          value={way}
          onChange={setWay}
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
          fault={after === null && (tried || amount > 0) ? fault : undefined}
          hint={after === null ? undefined : words.after(productsWords.stock(after, unit))}
          onChange={setText}
        />
      </View>
    </Sheet>
  )
}
