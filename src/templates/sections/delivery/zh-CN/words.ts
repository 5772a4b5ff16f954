export const deliveryWords = { title: '送货和付钱' } as const
