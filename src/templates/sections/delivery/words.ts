import { translated } from '@/locales/translation'
export const deliveryWords = translated('deliveryWords', { title: '送货和付钱' } as const)
