import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import type { PlacedSection } from '@/domain/look/look'
import type { Product } from '@/domain/product/product'
import { decorateWords as words } from '@/locales/look/decorate'
import type { SectionKind } from '@/templates/generated/section-kinds'
import { sectionSchemas } from '@/templates/generated/section-schemas'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SettingField } from '../fields/setting-field'
import type { Settings } from '../model/design'
import { type FormField, formFieldsOf } from '../model/form-fields'
import { sectionSlot } from '../model/section-slot'
import { sectionWordsOf } from '../model/section-words'

interface SectionSheetProps {
  shopId: Id
  section: PlacedSection
  products: readonly Product[]
  /** Changes one setting. Consecutive edits of the same `typedField` form one undo step; other edits are a step each. */
  onEdit(change: (settings: Settings) => Settings, typedField?: string): void
  onRemove(): void
  onClose(): void
}

/** The form fields of a section kind and its defaults, for settings that an older look lacks. */
function formOf(kind: string): { form: FormField[]; defaults: Settings } {
  if (!Object.hasOwn(sectionSchemas, kind)) return { form: [], defaults: {} }
  const { schema, defaults } = sectionSchemas[kind as SectionKind]
  return { form: formFieldsOf(schema), defaults: { ...defaults } }
}

const isTyped = ({ kind }: FormField) => kind === 'text' || kind === 'lines' || kind === 'number'

/** The settings form of one section, derived from its schema. */
export function SectionSheet({ shopId, section, products, onEdit, onRemove, onClose }: SectionSheetProps) {
  const { title, hint, fields } = sectionWordsOf(section.kind)
  const { form, defaults } = formOf(section.kind)
  return (
    <Sheet title={title} onClose={onClose} foot={<Button onPress={onClose}>{words.done}</Button>}>
      <View className="decorate-form">
        <Text className="decorate-form__hint">{hint}</Text>
        {form.map((field) => (
          <SettingField
            key={field.name}
            slot={sectionSlot(shopId, section.id)}
            field={field}
            label={fields[field.name]?.label ?? field.name}
            choices={fields[field.name]?.choices ?? {}}
            value={section.settings[field.name] ?? defaults[field.name]}
            products={products}
            onEdit={(change) =>
              onEdit(
                (settings) => ({
                  ...settings,
                  [field.name]: change(settings[field.name] ?? defaults[field.name]),
                }),
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
