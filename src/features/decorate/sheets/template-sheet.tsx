import { Text, View } from '@tarojs/components'
import { decorateWords as words } from '@/locales/look/decorate'
import { aria, pressable } from '@/platform/a11y/aria'
import type { KnownTemplate } from '@/templates/known-template'
import { Icon } from '@/ui/icon/icon'
import { Sheet } from '@/ui/sheet/sheet'
import { LookPicture } from '../miniature/look-picture'

interface TemplateSheetProps {
  offered: readonly KnownTemplate[]
  chosen: string
  onChoose(template: KnownTemplate): void
  onClose(): void
}

/** Offers the templates, each with a miniature and a description. Switching keeps the shop's content. */
export function TemplateSheet({ offered, chosen, onChoose, onClose }: TemplateSheetProps) {
  return (
    <Sheet title={words.tools.template} onClose={onClose}>
      <View className="decorate-list" {...aria({ role: 'group', label: words.tools.template })}>
        {offered.map((template) => {
          const on = template.name === chosen
          return (
            <View
              key={template.name}
              className={`decorate-list__row ${on ? 'decorate-list__row--on' : ''}`}
              {...pressable(null, () => onChoose(template), { pressed: on })}
            >
              <LookPicture outline={template} />
              <View className="decorate-list__words">
                <Text className="decorate-list__title">{template.title}</Text>
                <Text className="decorate-list__note">{template.description}</Text>
              </View>
              {on && <Icon name="check" size={24} />}
            </View>
          )
        })}
      </View>
    </Sheet>
  )
}
