import { translated } from '../translation'
export const visitedWords = translated('visitedWords', { title: '去过的店' } as const)
