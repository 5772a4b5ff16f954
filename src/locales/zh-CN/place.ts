/** The county this installation serves; names of goods begin with it. Another county changes it here. */
export const placeWords = { county: '成县' } as const
