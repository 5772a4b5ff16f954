import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Good, tradeDefaults } from '@/domain/shop/trade'
import { productQuestionWords as words } from '@/locales/shop/wizard'
import { Button } from '@/ui/button/button'
import { Chip } from '@/ui/chip/chip'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import { PointerTarget } from '../lesson-hints'
import type { ShopDraft } from '../shop-draft'
import { productName } from './product-name'
import './name-row.scss'
import './name-sheet.scss'

/** Size class of a name; proposed names are at most `middle`, longer ones get a smaller font on small screens. */
function sizeOf(name: string) {
  if (name.length <= 8) return 'short'
  if (name.length <= 10) return 'middle'
  return name.length <= 20 ? 'long' : 'longest'
}

/** The product's name, with chips for its optional words and a button to change it. */
export function NameRow({ draft, change }: { draft: ShopDraft; change(part: Partial<ShopDraft>): void }) {
  const [open, setOpen] = useState(false)
  const { goods } = tradeDefaults(draft.trade ?? 'plain')
  const offered = draft.ownName ? [] : (goods.find((good) => good.name === draft.good)?.words ?? [])
  const name = productName(draft)
  const toggle = (word: string) => {
    const on = draft.words.includes(word)
    // words stay in the order they are offered, not in the order of taps
    change({ words: offered.filter((other) => (other === word ? !on : draft.words.includes(other))) })
  }
  return (
    <View className={`name-row name-row--${sizeOf(name)}`}>
      <Text className="name-row__name">{name}</Text>
      <View className="name-row__chips">
        {offered.map((word) => (
          <Chip key={word} on={draft.words.includes(word)} onPress={() => toggle(word)}>
            {word}
          </Chip>
        ))}
        <Chip on={false} onPress={() => setOpen(true)}>
          {words.rename}
        </Chip>
      </View>
      <PointerTarget place="name" />
      {open && <NameSheet draft={draft} change={change} onClose={() => setOpen(false)} />}
    </View>
  )
}

interface NameSheetProps {
  draft: ShopDraft
  change(part: Partial<ShopDraft>): void
  onClose(): void
}

/** The longest name that the smallest supported phone shows completely. */
const MAX_LENGTH = 30

/** The draft's part when a good is chosen: its unit stays if the good is sold by it. */
const choiceOf = ({ name, units }: Good, unit: string): Partial<ShopDraft> => ({
  good: name,
  words: [],
  ownName: '',
  unit: units.includes(unit) ? unit : (units[0] ?? unit),
})

/** Chooses another good of the trade or a custom name. */
function NameSheet({ draft, change, onClose }: NameSheetProps) {
  const typedName = draft.typedName
  const { goods } = tradeDefaults(draft.trade ?? 'plain')
  const answer = (part: Partial<ShopDraft>) => {
    change(part)
    onClose()
  }
  return (
    <Sheet title={words.nameSheet} onClose={onClose}>
      <View className="name-sheet">
        <View className="name-sheet__goods">
          {goods.map((good) => (
            <Chip
              key={good.name}
              on={!draft.ownName && good.name === draft.good}
              onPress={() => answer(choiceOf(good, draft.unit))}
            >
              {good.name}
            </Chip>
          ))}
        </View>
        <Field
          label={words.nameField}
          value={typedName}
          onChange={(text) => change({ typedName: text })}
          maxLength={MAX_LENGTH}
        />
        <Button disabled={typedName.trim() === ''} onPress={() => answer({ ownName: typedName.trim() })}>
          {words.nameDone}
        </Button>
      </View>
    </Sheet>
  )
}
