import { Text, View } from '@tarojs/components'
import { orderLimitsWords } from '@/locales/order-limits'
import { aria } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { Chip } from '@/ui/chip/chip'
import { SettingsGroup } from './settings-group'
import type { Settings } from './use-settings'

interface ChipsProps {
  label: string
  hint: string
  options: readonly string[]
  value: string
  describe(option: string): string
  onChange(option: string): void
}

/** Chooses one of a few values; a current value that is not among them is listed first. */
function Chips({ label, hint, options, value, describe, onChange }: ChipsProps) {
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

const WAITING = ['1', '2', '3', '5', '10'] as const
const SHARE = ['50', '25', ''] as const
const EXPIRY = ['24', '48', '72', '168', ''] as const

/** The limits of waiting orders: their number per buyer, the share for new buyers, and their expiry. */
export function OrderLimitsFields({ settings }: { settings: Settings }) {
  const { form, edit } = settings
  const words = orderLimitsWords.settings
  return (
    <Card>
      <SettingsGroup title={words.title}>
        <Chips
          label={words.waiting}
          hint={words.waitingHint}
          options={WAITING}
          value={form.waiting}
          describe={words.orders}
          onChange={(waiting) => edit({ waiting })}
        />
        <Chips
          label={words.share}
          hint={words.shareHint}
          options={SHARE}
          value={form.share}
          describe={words.part}
          onChange={(share) => edit({ share })}
        />
        <Chips
          label={words.expiry}
          hint={words.expiryHint}
          options={EXPIRY}
          value={form.expiry}
          describe={words.after}
          onChange={(expiry) => edit({ expiry })}
        />
      </SettingsGroup>
    </Card>
  )
}
