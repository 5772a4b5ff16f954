import { translated } from './translation'
export const numberPadWords = translated('numberPadWords', { delete: '删', point: '点' } as const)
