import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Trade, tradeDefaults } from '@/domain/shop/trade'
import { productFormWords } from '@/locales/product/products'
import { aria } from '@/platform/a11y/aria'
import { Chip } from '@/ui/chip/chip'
import { Field } from '@/ui/field/field'

const MAX_UNITS = 6

/** The units of a trade's goods, most common first. */
const unitsOf = (trade: Trade): string[] =>
  [...new Set(tradeDefaults(trade).goods.flatMap(({ units }) => units))].slice(0, MAX_UNITS)

interface UnitFieldProps {
  trade: Trade
  value: string
  error: string | undefined
  onChange(unit: string): void
}

/** Chooses the unit of a product: one of the trade's or a custom one. */
export function UnitField({ trade, value, error, onChange }: UnitFieldProps) {
  const units = unitsOf(trade)
  const [isCustom, setIsCustom] = useState(value !== '' && !units.includes(value))
  const choose = (unit: string) => {
    setIsCustom(false)
    onChange(unit)
  }
  const chooseCustom = () => {
    setIsCustom(true)
    if (units.includes(value)) onChange('')
  }
  return (
    <View className="product-form__unit">
      <Text className="product-form__label">{productFormWords.unit}</Text>
      <View className="product-form__chips" {...aria({ role: 'radiogroup', label: productFormWords.unit })}>
        {units.map((unit) => (
          <Chip key={unit} role="radio" on={!isCustom && unit === value} onPress={() => choose(unit)}>
            {unit}
          </Chip>
        ))}
        <Chip role="radio" on={isCustom} onPress={chooseCustom}>
          {productFormWords.otherUnit}
        </Chip>
      </View>
      {isCustom && (
        <Field
          label={productFormWords.ownUnit}
          value={value}
          maxLength={8}
          hint={productFormWords.ownUnitHint}
          error={error}
          onChange={onChange}
        />
      )}
    </View>
  )
}
