export const sheetWords = { close: '关上' } as const
