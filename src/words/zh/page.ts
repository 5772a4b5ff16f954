export const pageWords = { back: '返回' } as const
