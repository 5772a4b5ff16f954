import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { LicenceSettings } from './settings'

const { title } = commonSettingWords

export const licenceSettingWords = translated('licenceSettingWords', {
  title: '经营资质',
  hint: '执照，或者为什么不用办',
  fields: {
    title,
    basis: {
      label: '是哪一种',
      choices: {
        none: '还没选',
        produce: '卖自家种养的，不用办',
        handicraft: '卖家里做的手工，不用办',
        services: '凭手艺做便民的活，不用办',
        small: '零星小买卖，不用办',
        licensed: '有营业执照',
      },
    },
    holder: { label: '经营者' },
    number: { label: '执照号码' },
    photos: { label: '执照照片' },
  },
} as const satisfies SettingWords<LicenceSettings>)
