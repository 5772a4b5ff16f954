/** The things that one phone passes to another by a code: a shop, a draft from the wizard, or an hour of help in a shop. */
export const handoverKinds = ['shop', 'draft', 'help'] as const
export type HandoverKind = (typeof handoverKinds)[number]

/** The lifetime of a code, in ms. */
export const HANDOVER_MS = 10 * 60_000

/**
 * The digits that are typed, and the letters (100 bits) that a QR code holds. Apps that know only six digits type the first six of
 * eight.
 */
export const CODE_DIGITS = 8
export const SHORT_CODE_DIGITS = 6
export const CODE_LETTERS = 20

export const HANDOVER_CODE_PATTERN = `^([0-9]{${SHORT_CODE_DIGITS}}|[0-9]{${CODE_DIGITS}}|[0-9A-HJKMNP-TV-Z]{${CODE_LETTERS}})$`

const isCode = new RegExp(HANDOVER_CODE_PATTERN)

export const TAKE_OVER_PATH = '/take-over'

/** The address that a QR code holds; the code is behind `#`, so that it reaches no server's log. */
export const takeOverLink = (origin: string, code: string): string => `${origin}${TAKE_OVER_PATH}#${code}`

/** The code in a typed or scanned text, which is an address, letters or digits; `null` if there is none. */
export function readHandoverCode(text: string): string | null {
  const part = /\/take-over#(.+)$/.exec(text)?.[1] ?? text
  const code = part.replace(/[\s-]/g, '').toUpperCase()
  return isCode.test(code) ? code : null
}

/** The state of a hand-over as the giving phone follows it. `received` means that the draft is stored on the other phone. */
export const handoverStates = ['open', 'taken', 'received', 'expired'] as const
export type HandoverState = (typeof handoverStates)[number]
