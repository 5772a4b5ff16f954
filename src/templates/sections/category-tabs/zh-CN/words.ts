export const categoryTabsWords = { label: '货品分类', all: '全部' } as const
