import { View } from '@tarojs/components'
import { tradeDefaults } from '@/domain/trade'
import { productQuestionWords as words } from '@/locales/zh-CN/wizard'
import { Button } from '@/ui/button/button'
import { Chip } from '@/ui/chip/chip'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import type { Draft } from '../draft'
import './name-sheet.scss'

interface NameSheetProps {
  draft: Draft
  change(part: Partial<Draft>): void
  onClose(): void
}

/** As much as the smallest phone shows whole beside the price. */
const LONGEST = 30

/** Another good of the trade by a tap, or a name of one's own. */
export function NameSheet({ draft, change, onClose }: NameSheetProps) {
  const own = draft.typedName
  const { goods } = tradeDefaults(draft.trade ?? 'plain')
  const answer = (part: Partial<Draft>) => {
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
              onPress={() =>
                answer({
                  good: good.name,
                  words: [],
                  ownName: '',
                  unit: good.units.includes(draft.unit) ? draft.unit : (good.units[0] ?? draft.unit),
                })
              }
            >
              {good.name}
            </Chip>
          ))}
        </View>
        <Field
          label={words.nameField}
          value={own}
          onChange={(typedName) => change({ typedName })}
          maxLength={LONGEST}
        />
        <Button disabled={own.trim() === ''} onPress={() => answer({ ownName: own.trim() })}>
          {words.nameDone}
        </Button>
      </View>
    </Sheet>
  )
}
