export const skeletonWords = { loading: '正在打开' } as const
