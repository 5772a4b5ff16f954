import { Text, View } from '@tarojs/components'
import { dayOf } from '@/domain/day'
import type { Photo } from '@/domain/photo'
import type { Product } from '@/domain/product/product'
import type { Voice } from '@/domain/voice'
import { decorateWords } from '@/locales/look/decorate'
import { aria } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Chip } from '@/ui/chip/chip'
import { Choice } from '@/ui/choice/choice'
import { DayChoice } from '@/ui/day-choice/day-choice'
import { Field } from '@/ui/field/field'
import { Stepper } from '@/ui/stepper/stepper'
import type { FormField } from '../model/form-fields'
import { VoiceField } from '../voices/voice-field'
import { PhotosField } from './photos-field'
import './fields.scss'

interface SettingFieldProps {
  /** The upload slot of the section, for its photos and recording. */
  slot: string
  field: FormField
  label: string
  choices: Record<string, string>
  value: unknown
  products: readonly Product[]
  /** Gets a change to apply to the current value: an upload ends later than its photo was chosen. */
  onEdit(change: (before: unknown) => unknown): void
}

const words = decorateWords.field
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The form field of one setting, by the kind that its schema gives. */
export function SettingField(props: SettingFieldProps) {
  const { field, label, value, onEdit } = props
  if (field.kind === 'text' || field.kind === 'lines')
    return (
      <Field
        label={label}
        value={textOf(value)}
        kind={field.kind}
        maxLength={field.max}
        onChange={(typed) => onEdit(() => typed)}
      />
    )
  return (
    <View className="setting-field">
      <Text className="setting-field__label">{label}</Text>
      <Control {...props} />
    </View>
  )
}

const voiceOf = (value: unknown): Voice | null =>
  value !== null && typeof value === 'object' ? (value as Voice) : null

const photosOf = (value: unknown): readonly Photo[] => (Array.isArray(value) ? (value as Photo[]) : [])

function Control({ slot, field, label, choices, value, products, onEdit }: SettingFieldProps) {
  const onChange = (next: unknown) => onEdit(() => next)
  switch (field.kind) {
    case 'choice':
      return (
        <Chips
          label={label}
          options={field.options.map((key) => ({ key, words: choices[key] ?? key }))}
          value={value}
          onChange={onChange}
        />
      )
    case 'product':
      return <Options label={label} options={productOptions(products)} value={value} onChange={onChange} />
    case 'number':
      return (
        <Stepper
          label={label}
          value={typeof value === 'number' ? value : field.min}
          min={field.min}
          max={field.max}
          commit="blur"
          onChange={onChange}
        />
      )
    case 'day':
      return <OptionalDay label={label} value={textOf(value)} onChange={onChange} />
    case 'photos':
      return (
        <PhotosField
          slot={slot}
          photos={photosOf(value)}
          max={field.max}
          onChange={(change) => onEdit((before) => change(photosOf(before)))}
        />
      )
    case 'voice':
      return <VoiceField slot={slot} voice={voiceOf(value)} onRemove={() => onChange(null)} />
    default:
      return null
  }
}

function OptionalDay({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange(day: string): void
}) {
  return (
    <>
      <Choice words={words.noDay} chosen={value === ''} onPress={() => onChange('')} />
      <DayChoice label={label} today={dayOf(serverNow())} value={value || undefined} onChange={onChange} />
    </>
  )
}

const productOptions = (products: readonly Product[]) => [
  { key: '', words: words.none },
  ...products.map(({ id, name }) => ({ key: id, words: name })),
]

interface OptionsProps {
  label: string
  options: readonly { key: string; words: string }[]
  value: unknown
  onChange(value: string): void
}

function Chips({ label, options, value, onChange }: OptionsProps) {
  return (
    <View className="setting-field__chips" {...aria({ role: 'radiogroup', label })}>
      {options.map((option) => (
        <Chip key={option.key} role="radio" on={option.key === value} onPress={() => onChange(option.key)}>
          {option.words}
        </Chip>
      ))}
    </View>
  )
}

function Options({ label, options, value, onChange }: OptionsProps) {
  return (
    <View className="setting-field__options" {...aria({ role: 'radiogroup', label })}>
      {options.map((option) => (
        <Choice
          key={option.key}
          words={option.words}
          chosen={option.key === value}
          onPress={() => onChange(option.key)}
        />
      ))}
    </View>
  )
}
