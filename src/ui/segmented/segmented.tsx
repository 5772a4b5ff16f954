import { Text, View } from '@tarojs/components'
import { aria, pressable } from '@/platform/a11y/aria'
import './segmented.scss'

export interface SegmentedProps<Key extends string> {
  /** Accessible name of the group. */
  label: string
  options: readonly { key: Key; words: string }[]
  value: Key
  onChange(key: Key): void
}

/** A segmented control: a few short options side by side, one selected. */
export function Segmented<Key extends string>({ label, options, value, onChange }: SegmentedProps<Key>) {
  return (
    <View className="segmented" {...aria({ role: 'radiogroup', label })}>
      {options.map((option) => (
        <View
          key={option.key}
          className={`segmented__option ${option.key === value ? 'segmented__option--on' : ''}`}
          {...pressable(option.words, () => onChange(option.key), {
            role: 'radio',
            checked: option.key === value,
          })}
        >
          <Text>{option.words}</Text>
        </View>
      ))}
    </View>
  )
}
