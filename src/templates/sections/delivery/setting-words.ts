import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { DeliverySettings } from './settings'

const { title } = commonSettingWords

export const deliverySettingWords = translated('deliverySettingWords', {
  title: '送货和付钱',
  hint: '怎么送、怎么付，按店铺设置写',
  fields: { title },
} as const satisfies SettingWords<DeliverySettings>)
