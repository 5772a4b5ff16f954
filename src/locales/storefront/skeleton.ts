import { translated } from '../translation'
export const skeletonWords = translated('skeletonWords', { loading: '正在打开' } as const)
