const MAX_WHOLE = 6

/** The amount after a key: at most six digits and two decimals, one point, no needless zeros in front. */
export function padPress(value: string, key: string): string {
  if (key === 'delete') return value.slice(0, -1)
  if (key === '.') return value.includes('.') ? value : `${value || '0'}.`
  const next = value === '0' ? key : value + key
  const [whole = '', decimals = ''] = next.split('.')
  return whole.length > MAX_WHOLE || decimals.length > 2 ? value : next
}

/** The digits after a key, at most so many. */
export function digitPress(value: string, key: string, most: number): string {
  if (key === 'delete') return value.slice(0, -1)
  return value.length < most ? value + key : value
}
