import { View } from '@tarojs/components'
import { type Good, tradeDefaults } from '@/domain/shop/trade'
import { productQuestionWords as words } from '@/locales/shop/wizard'
import { Button } from '@/ui/button/button'
import { Chip } from '@/ui/chip/chip'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import type { ShopDraft } from '../shop-draft'
import './name-sheet.scss'

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
export function NameSheet({ draft, change, onClose }: NameSheetProps) {
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
