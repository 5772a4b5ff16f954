import { translated } from '@/locales/translation'
export const categoryTabsWords = translated('categoryTabsWords', { label: '货品分类', all: '全部' } as const)
