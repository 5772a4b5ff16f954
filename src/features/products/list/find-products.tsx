import { View } from '@tarojs/components'
import { useState } from 'react'
import { MAX_SEARCH_LENGTH } from '@/domain/search'
import { manyProductsWords as words } from '@/locales/product/many-products'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Chip } from '@/ui/chip/chip'
import { Field } from '@/ui/field/field'
import { useTypedText } from '@/ui/field/use-typed-text'
import { EMPTY_PRODUCT_FINDER, isFindingProducts, type ProductFinder } from './product-finder'
import './find-products.scss'

interface FindProductsProps {
  value: ProductFinder
  onChange(finder: ProductFinder): void
  onClose(): void
}

/** Looks for products by text, and for those that are nearly sold out. */
export function FindProducts({ value, onChange, onClose }: FindProductsProps) {
  const [text, setText] = useTypedText(value.search, (search) => onChange({ ...value, search }))
  // a to-do opens the search without the keyboard of a phone
  const [isFocused, setIsFocused] = useState(!isFindingProducts(value))
  const stop = () => {
    setText('')
    onChange(EMPTY_PRODUCT_FINDER)
    onClose()
  }
  return (
    <Card>
      <View className="find-products">
        <Field
          label={words.findLabel}
          value={text}
          placeholder={words.findPlaceholder}
          maxLength={MAX_SEARCH_LENGTH}
          focus={isFocused}
          onBlur={() => setIsFocused(false)}
          onChange={setText}
        />
        <View className="find-products__choices">
          <Chip on={value.isLow} onPress={() => onChange({ search: text, isLow: !value.isLow })}>
            {words.low}
          </Chip>
          <Button kind="line" size="small" onPress={stop}>
            {words.stopFinding}
          </Button>
        </View>
      </View>
    </Card>
  )
}
