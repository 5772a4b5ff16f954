export const numberPadWords = { delete: '删', point: '点' } as const
