import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { parseYuan } from '@/domain/money'
import { tradeDefaults } from '@/domain/shop/trade'
import { unitWords, productQuestionWords as words } from '@/locales/shop/wizard'
import { priceWords } from '@/locales/ui'
import { aria } from '@/platform/a11y/aria'
import { Chip } from '@/ui/chip/chip'
import { Sheet } from '@/ui/sheet/sheet'
import { PointerTarget } from '../lesson-hints'
import type { ShopDraft } from '../shop-draft'
import './price-row.scss'
import './name-sheet.scss'

/** The label of the price; while the price is missing or zero it says so. */
function priceLabel(price: string): string {
  if (price === '') return words.priceMissing
  return parseYuan(price) ? words.price : words.priceZero
}

const sizeOf = (price: string) => (price.length <= 4 ? 'short' : price.length <= 6 ? 'middle' : 'long')

/** The units to choose from: two on the row, with the chosen one, and all of the trade in the sheet. */
function unitsFor({ trade, good, unit }: ShopDraft) {
  const { goods } = tradeDefaults(trade ?? 'plain')
  const fitting = (goods.find(({ name }) => name === good) ?? goods[0])?.units ?? []
  const [first = '', second = ''] = fitting
  return {
    shown: unit === first ? [first, second] : [first, unit],
    // includes the units of all goods: the chosen unit may come from another good than the current one
    ofTrade: [...new Set([...fitting, ...goods.flatMap(({ units }) => units)])],
  }
}

/** The typed price and the choice of its unit. */
export function PriceRow({ draft, change }: { draft: ShopDraft; change(part: Partial<ShopDraft>): void }) {
  const [open, setOpen] = useState(false)
  const { shown, ofTrade } = unitsFor(draft)
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
        <TypedPrice price={draft.price} />
        <View className="price-row__units" {...aria({ role: 'radiogroup', label: unitWords.sheet })}>
          {shown.map((unit) => (
            <Chip key={unit} role="radio" on={unit === draft.unit} onPress={() => choose(unit)}>
              {unitWords.one(unit)}
            </Chip>
          ))}
          <Chip on={false} onPress={() => setOpen(true)}>
            {unitWords.other}
          </Chip>
          <PointerTarget place="unit" />
        </View>
      </View>
      {open && (
        <UnitSheet first={ofTrade} value={draft.unit} onChoose={choose} onClose={() => setOpen(false)} />
      )}
    </View>
  )
}

function TypedPrice({ price }: { price: string }) {
  return (
    <View
      className={`price-row__price price-row__price--${sizeOf(price)}`}
      {...aria({ role: 'img', label: `${words.price} ${price}` })}
    >
      <Text className="price-row__sign">{priceWords.sign}</Text>
      <Text>{price}</Text>
      <View className="price-row__caret" />
      <PointerTarget place="price" />
    </View>
  )
}

interface UnitSheetProps {
  /** Units of the good and the trade, listed before all others. */
  first: readonly string[]
  value: string
  onChoose(unit: string): void
  onClose(): void
}

/** Chooses among all units. */
function UnitSheet({ first, value, onChoose, onClose }: UnitSheetProps) {
  const units = [...first, ...unitWords.all.filter((unit) => !first.includes(unit))]
  return (
    <Sheet title={unitWords.sheet} onClose={onClose}>
      <View className="name-sheet__goods">
        {units.map((unit) => (
          <Chip key={unit} on={unit === value} onPress={() => onChoose(unit)}>
            {unitWords.one(unit)}
          </Chip>
        ))}
      </View>
    </Sheet>
  )
}
