/** The quantity a price refers to: 一斤, or a unit such as 500克 unchanged. */
export const eachWords = (unit: string): string => (/^\d/.test(unit) ? unit : `一${unit}`)
