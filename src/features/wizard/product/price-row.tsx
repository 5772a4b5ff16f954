import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { parseYuan } from '@/domain/money'
import { tradeDefaults } from '@/domain/trade'
import { priceWords } from '@/locales/zh-CN/ui'
import { unitWords, productQuestionWords as words } from '@/locales/zh-CN/wizard'
import { aria } from '@/platform/a11y/aria'
import { scrollIntoNearest } from '@/platform/navigation/scroll'
import { Chip } from '@/ui/chip/chip'
import type { Draft } from '../draft'
import { UnitSheet } from './unit-sheet'
import './price-row.scss'

/** Says what the price still lacks, for as long as it lacks it. */
function priceLabel(price: string): string {
  if (price === '') return words.priceMissing
  return parseYuan(price) ? words.price : words.priceZero
}

const sizeOf = (price: string) => (price.length <= 4 ? 'short' : price.length <= 6 ? 'middle' : 'long')

/** What is typed is to be seen while the pad is being looked at. */
const TYPED = 'wizard-price'

/** The price as it is being typed, and what it buys. */
export function PriceRow({ draft, change }: { draft: Draft; change(part: Partial<Draft>): void }) {
  const [open, setOpen] = useState(false)
  const { goods } = tradeDefaults(draft.trade ?? 'plain')
  const fitting = (goods.find((good) => good.name === draft.good) ?? goods[0])?.units ?? []
  // whoever tapped another good and then wrote a name of her own still finds her unit
  const ofTrade = [...new Set([...fitting, ...goods.flatMap((good) => good.units)])]
  const [first = '', second = ''] = fitting
  const shown = draft.unit === first ? [first, second] : [first, draft.unit]
  useEffect(() => {
    if (draft.price !== '') scrollIntoNearest(TYPED)
  }, [draft.price])
  const choose = (unit: string) => {
    change({ unit })
    setOpen(false)
  }
  return (
    <View className="price-row">
      <Text className="price-row__label" {...aria({ live: 'polite' })}>
        {priceLabel(draft.price)}
      </Text>
      <View className="price-row__line">
        <View
          id={TYPED}
          className={`price-row__price price-row__price--${sizeOf(draft.price)}`}
          {...aria({ role: 'img', label: `${words.price} ${draft.price}` })}
        >
          <Text className="price-row__sign">{priceWords.sign}</Text>
          <Text>{draft.price}</Text>
          <View className="price-row__caret" />
        </View>
        <View className="price-row__units" {...aria({ role: 'radiogroup', label: unitWords.sheet })}>
          {shown.map((unit) => (
            <Chip key={unit} role="radio" on={unit === draft.unit} onPress={() => choose(unit)}>
              {unitWords.one(unit)}
            </Chip>
          ))}
          <Chip on={false} onPress={() => setOpen(true)}>
            {unitWords.other}
          </Chip>
        </View>
      </View>
      {open && (
        <UnitSheet first={ofTrade} value={draft.unit} onChoose={choose} onClose={() => setOpen(false)} />
      )}
    </View>
  )
}
