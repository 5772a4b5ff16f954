import { Text, View } from '@tarojs/components'
import { aria } from '@/platform/a11y/aria'
import { Chip } from '@/ui/chip/chip'

interface OptionChipsProps {
  label: string
  hint: string
  options: readonly string[]
  value: string
  describe(option: string): string
  onChange(option: string): void
}

/** Chooses one of a few values; a current value that is not among them is listed first. */
export function OptionChips({ label, hint, options, value, describe, onChange }: OptionChipsProps) {
  const shown = options.includes(value) ? options : [value, ...options]
  return (
    <View className="settings-group__paying">
      <Text className="settings-group__strong">{label}</Text>
      <View className="settings-group__do" {...aria({ role: 'radiogroup', label })}>
        {shown.map((option) => (
          <Chip key={option} role="radio" on={option === value} onPress={() => onChange(option)}>
            {describe(option)}
          </Chip>
        ))}
      </View>
      <Text className="settings-group__text">{hint}</Text>
    </View>
  )
}
