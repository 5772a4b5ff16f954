import { translated } from '../translation'
export const priceDoubtWords = translated('priceDoubtWords', {
  title: (yuan: string, unit: string) => `您定的是 ${yuan} 元一${unit}，对吗？`,
  text: '和一般的价差得多，怕您多按或少按了一下。',
  changed: (yuan: string) => `原来是 ${yuan} 元。怕您多按或少按了一下。`,
  yes: '对，就这个价',
  no: '改一改',
} as const)
