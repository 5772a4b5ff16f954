import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { ShopHeadSettings } from './settings'

export const shopHeadSettingWords = translated('shopHeadSettingWords', {
  title: '店招',
  hint: '店名和地方，放在最上面',
  fields: {
    form: {
      label: '样式',
      choices: {
        ...{ band: '通栏一条', card: '一张卡片', sign: '一块招牌', photo: '大照片' },
        ...{
          banner: '字在照片上',
          menu: '菜单',
          almanac: '老黄历',
          sentence: '一句话',
          stall: '棚子',
          room: '屋里照片',
        },
      },
    },
    pattern: {
      label: '花纹',
      choices: { none: '不要', grain: '木纹', leaves: '叶子', cloth: '蓝染点', check: '格子布' },
    },
  },
} as const satisfies SettingWords<ShopHeadSettings>)
