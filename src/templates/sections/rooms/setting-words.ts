import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { RoomsSettings } from './settings'

const { soldOut, title } = commonSettingWords

export const roomsSettingWords = translated('roomsSettingWords', {
  title: '客房和饭菜',
  hint: '房间带大照片，饭菜像菜单',
  fields: {
    title,
    form: { label: '样式', choices: { rooms: '一间一张照片', menu: '一张菜单' } },
    best: { label: '菜单上头几道带照片' },
    soldOut,
  },
} as const satisfies SettingWords<RoomsSettings>)
