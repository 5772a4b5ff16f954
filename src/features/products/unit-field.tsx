import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Trade, tradeDefaults } from '@/domain/trade'
import { productWords } from '@/locales/zh-CN/products'
import { aria } from '@/platform/a11y/aria'
import { Chip } from '@/ui/chip/chip'
import { Field } from '@/ui/field/field'

const MOST = 6

/** The units a trade sells by, the commonest first. */
const unitsOf = (trade: Trade): string[] =>
  [...new Set(tradeDefaults(trade).goods.flatMap(({ units }) => units))].slice(0, MOST)

interface UnitFieldProps {
  trade: Trade
  value: string
  fault: string | undefined
  onChange(unit: string): void
}

/** What a product is sold by: a word to tap, or one's own. */
export function UnitField({ trade, value, fault, onChange }: UnitFieldProps) {
  const units = unitsOf(trade)
  const [own, setOwn] = useState(value !== '' && !units.includes(value))
  return (
    <View className="product-form__unit">
      <Text className="product-form__label">{productWords.unit}</Text>
      <View className="product-form__chips" {...aria({ role: 'radiogroup', label: productWords.unit })}>
        {units.map((unit) => (
          <Chip
            key={unit}
            role="radio"
            on={!own && unit === value}
            onPress={() => {
              setOwn(false)
              onChange(unit)
            }}
          >
            {unit}
          </Chip>
        ))}
        <Chip
          role="radio"
          on={own}
          onPress={() => {
            setOwn(true)
            if (units.includes(value)) onChange('')
          }}
        >
          {productWords.otherUnit}
        </Chip>
      </View>
      {own && (
        <Field
          label={productWords.ownUnit}
          value={value}
          maxLength={8}
          hint={productWords.ownUnitHint}
          fault={fault}
          onChange={onChange}
        />
      )}
    </View>
  )
}
