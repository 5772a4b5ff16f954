import { Text, View } from '@tarojs/components'
import { decorateWords as words } from '@/locales/look/decorate'
import { pressable } from '@/platform/a11y/aria'
import type { SectionKind } from '@/templates/generated/section-kinds'
import { sectionKinds } from '@/templates/generated/section-schemas'
import { Icon } from '@/ui/icon/icon'
import { Sheet } from '@/ui/sheet/sheet'
import { canAddSection, type Design } from '../model/design'
import { sectionWordsOf } from '../model/section-words'

interface AddSheetProps {
  design: Design
  onAdd(kind: SectionKind): void
  onClose(): void
}

/** Lists the section kinds that can be added, each with a sentence about its purpose. */
export function AddSheet({ design, onAdd, onClose }: AddSheetProps) {
  const offered = sectionKinds.filter((kind) => canAddSection(design, kind))
  return (
    <Sheet title={words.tools.add} onClose={onClose}>
      <View className="decorate-list">
        {offered.map((kind) => {
          const { title, hint } = sectionWordsOf(kind)
          return (
            <View key={kind} className="decorate-list__row" {...pressable(null, () => onAdd(kind))}>
              <View className="decorate-list__words">
                <Text className="decorate-list__title">{title}</Text>
                <Text className="decorate-list__note">{hint}</Text>
              </View>
              <Icon name="plus" size={24} />
            </View>
          )
        })}
      </View>
    </Sheet>
  )
}
