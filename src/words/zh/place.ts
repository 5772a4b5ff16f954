/** The county this installation serves; names of goods and the sample addresses begin with it. Another county changes it here. */
export const placeWords = { county: '成县', near: '陇南成县' } as const
