import { Text, View } from '@tarojs/components'
import { pressable } from '@/platform/pressable'
import type { SectionKind } from '@/templates/kinds'
import { sectionKinds } from '@/templates/schemas'
import { Icon } from '@/ui/icon/icon'
import { Sheet } from '@/ui/sheet/sheet'
import { decorateWords as words } from '@/words/zh/decorate'
import { wordsOf } from '../section-words'

/** Every kind of section, each with a sentence of what it is for. */
export function AddSheet({ onAdd, onClose }: { onAdd(kind: SectionKind): void; onClose(): void }) {
  return (
    <Sheet title={words.tools.add} onClose={onClose}>
      <View className="decorate-list">
        {sectionKinds.map((kind) => {
          const { title, hint } = wordsOf(kind)
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
