import { translated } from './translation'
export const stepperWords = translated('stepperWords', {
  less: (what: string) => `${what}少一个`,
  value: (what: string) => `${what}要多少`,
  most: (max: number) => `最多 ${max}`,
  more: (what: string) => `${what}多一个`,
} as const)
