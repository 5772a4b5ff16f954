import { orderLimitsWords } from '@/locales/order/order-limits'
import { SettingsRows } from './settings-group'
import { OptionRow } from './sheet-row'
import type { Settings } from './use-settings'

const WAITING = ['1', '2', '3', '5', '10'] as const
const SHARE = ['50', '25', ''] as const
const EXPIRY = ['24', '48', '72', '168', ''] as const

/** The limits of waiting orders: their number per buyer, the share for new buyers, and their expiry. */
export function OrderLimitsFields({ settings }: { settings: Settings }) {
  const { form, edit } = settings
  const words = orderLimitsWords.settings
  return (
    <SettingsRows title={words.title}>
      <OptionRow
        label={words.waiting}
        hint={words.waitingHint}
        options={WAITING}
        value={form.waiting}
        describe={words.orders}
        onChange={(waiting) => edit({ waiting })}
      />
      <OptionRow
        label={words.share}
        hint={words.shareHint}
        options={SHARE}
        value={form.share}
        describe={words.part}
        onChange={(share) => edit({ share })}
      />
      <OptionRow
        label={words.expiry}
        hint={words.expiryHint}
        options={EXPIRY}
        value={form.expiry}
        describe={words.after}
        onChange={(expiry) => edit({ expiry })}
      />
    </SettingsRows>
  )
}
