const MAX_WHOLE_DIGITS = 6

/** The amount after a key press: at most six digits and two decimals, one point, no leading zeros. */
export function appendAmountKey(value: string, key: string): string {
  if (key === 'delete') return value.slice(0, -1)
  if (key === '.') return value.includes('.') ? value : `${value || '0'}.`
  const next = value === '0' ? key : value + key
  const [whole = '', decimals = ''] = next.split('.')
  return whole.length > MAX_WHOLE_DIGITS || decimals.length > 2 ? value : next
}

/** The digits after a key press, at most `most`. */
export function appendDigitKey(value: string, key: string, most: number): string {
  if (key === 'delete') return value.slice(0, -1)
  return value.length < most ? value + key : value
}
