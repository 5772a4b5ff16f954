import { commonSettingWords } from '@/locales/zh-CN/parts/common-settings'
import type { SettingWords } from '../../../setting-words'
import type { DeliverySettings } from '../settings'

const { title } = commonSettingWords

export const deliverySettingWords = {
  title: '送货和付钱',
  hint: '怎么送、怎么付，按店铺设置写',
  fields: { title },
} as const satisfies SettingWords<DeliverySettings>
