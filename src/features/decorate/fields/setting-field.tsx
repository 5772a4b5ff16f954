import { Text, View } from '@tarojs/components'
import { dayOf } from '@/domain/day'
import type { Photo } from '@/domain/photo'
import type { Product } from '@/domain/sku'
import type { Voice } from '@/domain/voice'
import { decorateWords } from '@/locales/zh-CN/decorate'
import { aria } from '@/platform/a11y/aria'
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
  /** Where it stands: a recording waits there until it is sent, a photo comes there. */
  place: string
  field: FormField
  label: string
  choices: Record<string, string>
  value: unknown
  products: readonly Product[]
  /** Told how the value changes: a photo arrives later than it was chosen. */
  onEdit(change: (before: unknown) => unknown): void
}

const words = decorateWords.field
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** One setting, asked for as its schema says. */
export function SettingField(props: SettingFieldProps) {
  const { field, label, value, onEdit } = props
  if (field.kind === 'text' || field.kind === 'lines')
    return (
      <Field
        label={label}
        value={textOf(value)}
        kind={field.kind}
        maxLength={field.most}
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

function Control({ place, field, label, choices, value, products, onEdit }: SettingFieldProps) {
  const onChange = (next: unknown) => onEdit(() => next)
  switch (field.kind) {
    case 'choice':
      return (
        <View className="setting-field__chips" {...aria({ role: 'radiogroup', label })}>
          {field.words.map((word) => (
            <Chip key={word} role="radio" on={word === value} onPress={() => onChange(word)}>
              {choices[word] ?? word}
            </Chip>
          ))}
        </View>
      )
    case 'product':
      return (
        <Options
          label={label}
          options={[
            { key: '', words: words.none },
            ...products.map(({ id, name }) => ({ key: id, words: name })),
          ]}
          value={value}
          onChange={onChange}
        />
      )
    case 'number':
      return (
        <Stepper
          label={label}
          value={typeof value === 'number' ? value : field.least}
          min={field.least}
          max={field.most}
          commit="blur"
          onChange={onChange}
        />
      )
    case 'day':
      return (
        <>
          <Choice words={words.noDay} chosen={value === ''} onPress={() => onChange('')} />
          <DayChoice
            label={label}
            today={dayOf(Date.now())}
            value={textOf(value) || undefined}
            onChange={onChange}
          />
        </>
      )
    case 'photos':
      return (
        <PhotosField
          place={place}
          photos={photosOf(value)}
          most={field.most}
          onChange={(change) => onEdit((before) => change(photosOf(before)))}
        />
      )
    case 'voice':
      return <VoiceField place={place} voice={voiceOf(value)} onRemove={() => onChange(null)} />
    default:
      return null
  }
}

interface OptionsProps {
  label: string
  options: readonly { key: string; words: string }[]
  value: unknown
  onChange(value: string): void
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
