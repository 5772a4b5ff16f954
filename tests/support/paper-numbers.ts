/** Numbers of papers that are valid and belong to nobody: their last character is computed, the others count. */

const weighted = (text: string, weights: readonly number[], characters: string) =>
  [...text].reduce((sum, character, at) => sum + characters.indexOf(character) * (weights[at] ?? 0), 0)

/** The number of an identity card (GB 11643). */
export function idNumber(sequence: number): string {
  const body = `11010119900101${String(sequence).padStart(3, '0')}`
  // the weights are the powers of two modulo 11
  const weights = Array.from(body, (_, at) => 2 ** (17 - at) % 11)
  return body + '10X98765432'.charAt(weighted(body, weights, '0123456789') % 11)
}

const CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A unified social credit code (GB 32100). */
export function licenceNumber(sequence: number): string {
  const body = `92110101MA${String(sequence).padStart(7, '0')}`
  // the weights are the powers of three modulo 31
  const weights = Array.from(body, (_, at) => 3 ** at % 31)
  return body + CODE_CHARACTERS.charAt((31 - (weighted(body, weights, CODE_CHARACTERS) % 31)) % 31)
}

/** The number of a bank card (ISO/IEC 7812-1, annex B). */
export function cardNumber(prefix: string, length: number): string {
  const body = prefix.padEnd(length - 1, '0')
  const doubled = [...body].reverse().map((digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return value > 9 ? value - 9 : value
  })
  return body + ((10 - (doubled.reduce((sum, value) => sum + value, 0) % 10)) % 10)
}
