export const visitedWords = { title: '去过的店' } as const
