import { type HelpPurpose, mayChange, type SharedPart } from '@/domain/shop/help'
import type { IconName } from '@/ui/icon/icon'
import type { SettingsField } from './settings-form'

/** The pages of the settings, in the order of their rows. */
export const settingsParts = [
  'storefront',
  'delivery',
  'days',
  'payments',
  'alerts',
  'closure',
  'key',
] as const
export type SettingsPartName = (typeof settingsParts)[number]

interface SettingsPartRules {
  icon: IconName
  /** The fields that the page edits and saves. */
  fields: readonly SettingsField[]
  /** A helper may open the page when the owner shares one of these; only the owner when there is none. */
  shared: readonly SharedPart[]
}

/** What belongs to each page. */
export const partRules: Record<SettingsPartName, SettingsPartRules> = {
  storefront: {
    icon: 'store',
    fields: ['logo', 'banner', 'name', 'phone', 'wechatId', 'place', 'notice'],
    shared: ['settings', 'contact', 'look'],
  },
  delivery: {
    icon: 'truck',
    fields: [
      ...(['fulfilments', 'pickupPlace', 'deliveryArea'] as const),
      ...(['fee', 'freeOver', 'courierFee', 'courierFreeOver'] as const),
    ],
    shared: ['settings'],
  },
  days: {
    icon: 'calendar',
    fields: ['localSlots', 'pickupSlots', 'waiting', 'share', 'expiry'],
    shared: ['settings'],
  },
  payments: { icon: 'money', fields: [], shared: [] },
  alerts: { icon: 'speaker', fields: [], shared: [] },
  closure: { icon: 'clock', fields: [], shared: ['settings'] },
  key: { icon: 'key', fields: [], shared: [] },
}

/** The pages that a person may open: all for the owner, who has no purposes. */
export const partsFor = (purposes: readonly HelpPurpose[] | undefined): SettingsPartName[] =>
  settingsParts.filter(
    (part) => !purposes || partRules[part].shared.some((shared) => mayChange(shared, purposes)),
  )
