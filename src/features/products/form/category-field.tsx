import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { productTexts } from '@/domain/product/product-texts'
import { categoriesWords as words } from '@/locales/product/many-products'
import { productFormWords } from '@/locales/product/products'
import { aria } from '@/platform/a11y/aria'
import { Chip } from '@/ui/chip/chip'
import { Field } from '@/ui/field/field'

interface CategoryFieldProps {
  shopId: Id
  value: string
  onChange(category: string): void
}

/** Chooses one of the shop's categories, none, or a new one; a field alone while the shop has none or they are not read. */
export function CategoryField({ shopId, value, onChange }: CategoryFieldProps) {
  const { data } = useCall('GET /api/shops/:shopId/categories', { params: { shopId } })
  const names = data?.categories.map(({ name }) => name) ?? []
  const [isTyping, setIsTyping] = useState(false)
  const isNew = value !== '' && !names.includes(value)
  const { label, hint } = productFormWords.texts.category
  const field = (
    <Field label={label} value={value} maxLength={productTexts.category} hint={hint} onChange={onChange} />
  )
  if (names.length === 0) return field
  const choose = (category: string) => {
    setIsTyping(false)
    onChange(category)
  }
  const isOther = isTyping || isNew
  return (
    <View className="product-form__unit">
      <Text className="product-form__label">{words.choose}</Text>
      <View className="product-form__chips" {...aria({ role: 'radiogroup', label: words.choose })}>
        <Chip role="radio" on={!isOther && value === ''} onPress={() => choose('')}>
          {words.none}
        </Chip>
        {names.map((name) => (
          <Chip key={name} role="radio" on={!isOther && name === value} onPress={() => choose(name)}>
            {name}
          </Chip>
        ))}
        <Chip
          role="radio"
          on={isOther}
          onPress={() => {
            setIsTyping(true)
            if (!isNew) onChange('')
          }}
        >
          {words.other}
        </Chip>
      </View>
      {isOther && field}
    </View>
  )
}
