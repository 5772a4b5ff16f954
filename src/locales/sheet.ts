import { translated } from './translation'
export const sheetWords = translated('sheetWords', { close: '关上' } as const)
