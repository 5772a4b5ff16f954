import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import type { PlacedSection } from '@/domain/look'
import type { Product } from '@/domain/sku'
import { decorateWords as words } from '@/locales/zh-CN/decorate'
import type { SectionKind } from '@/templates/kinds'
import { sectionSchemas } from '@/templates/schemas'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SettingField } from '../fields/setting-field'
import type { Settings } from '../model/design'
import { type FormField, fieldsOf } from '../model/form-fields'
import { sectionPlace } from '../model/section-place'
import { wordsOf } from '../model/section-words'

interface SectionSheetProps {
  shopId: Id
  section: PlacedSection
  products: readonly Product[]
  /** Changes one setting; what is typed into it is one step, anything else a step each time. */
  onEdit(change: (settings: Settings) => Settings, typedInto?: string): void
  onRemove(): void
  onClose(): void
}

const formOf = (kind: string): FormField[] =>
  Object.hasOwn(sectionSchemas, kind) ? fieldsOf(sectionSchemas[kind as SectionKind].schema) : []

const isTyped = ({ kind }: FormField) => kind === 'text' || kind === 'lines' || kind === 'number'

/** All that can be set of one section; the form comes from its schema. */
export function SectionSheet({ shopId, section, products, onEdit, onRemove, onClose }: SectionSheetProps) {
  const { title, hint, fields } = wordsOf(section.kind)
  const form = formOf(section.kind)
  return (
    <Sheet title={title} onClose={onClose} foot={<Button onPress={onClose}>{words.done}</Button>}>
      <View className="decorate-form">
        <Text className="decorate-form__hint">{hint}</Text>
        {form.map((field) => (
          <SettingField
            key={field.name}
            place={sectionPlace(shopId, section.id)}
            field={field}
            label={fields[field.name]?.label ?? field.name}
            choices={fields[field.name]?.choices ?? {}}
            value={section.settings[field.name]}
            products={products}
            onEdit={(change) =>
              onEdit(
                (settings) => ({ ...settings, [field.name]: change(settings[field.name]) }),
                isTyped(field) ? field.name : undefined,
              )
            }
          />
        ))}
        <View className="decorate-form__remove">
          <Button kind="bad" icon="trash" onPress={onRemove}>
            {words.remove}
          </Button>
        </View>
      </View>
    </Sheet>
  )
}
