import { View } from '@tarojs/components'
import { useState } from 'react'
import { MAX_SEARCH_LENGTH } from '@/domain/search'
import { manyProductsWords as words } from '@/locales/product/many-products'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Chip } from '@/ui/chip/chip'
import { Field } from '@/ui/field/field'
import { useTypedText } from '@/ui/field/use-typed-text'
import { EMPTY_PRODUCT_FINDER, type ProductFinder } from './product-finder'
import './find-products.scss'

interface FindProductsProps {
  value: ProductFinder
  isOpen: boolean
  onOpen(isOpen: boolean): void
  onChange(finder: ProductFinder): void
}

/** Looks for products by text, and for those that are nearly sold out; a button until it is open. */
export function FindProducts({ value, isOpen, onOpen, onChange }: FindProductsProps) {
  const [text, setText] = useTypedText(value.search, (search) => onChange({ ...value, search }))
  // a to-do opens the search without the keyboard of a phone
  const [isFocused, setIsFocused] = useState(false)
  const open = () => {
    setIsFocused(true)
    onOpen(true)
  }
  if (!isOpen)
    return (
      <Button kind="soft" size="small" icon="search" onPress={open}>
        {words.find}
      </Button>
    )
  const stop = () => {
    setText('')
    onChange(EMPTY_PRODUCT_FINDER)
    onOpen(false)
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
        </View>
        <Button kind="line" size="small" onPress={stop}>
          {words.stopFinding}
        </Button>
      </View>
    </Card>
  )
}
