/** The county that this installation serves; suggested product names begin with it. */
export const placeWords = { county: '成县' } as const
