import { BASE32 } from '../id'

/** The pictures on a card's grid. Each is drawn so that it cannot be taken for another. */
export const cardPictures = [
  'sun',
  'moon',
  'house',
  'tree',
  'flower',
  'fish',
  'hen',
  'cow',
  'rabbit',
  'bird',
  'butterfly',
  'apple',
  'carrot',
  'corn',
  'egg',
  'bowl',
  'teapot',
  'umbrella',
  'key',
  'bell',
  'hat',
  'boat',
  'wheel',
  'ladder',
] as const
export type CardPicture = (typeof cardPictures)[number]

/** The number of pictures that the owner of a card chooses, in order; 24⁴ = 331,776 choices. */
export const CHOSEN_PICTURES = 4

/** After so many wrong choices a card is locked for `CARD_LOCK_MS`. */
export const CARD_TRIES = 5
export const CARD_LOCK_MS = 86_400_000

/** The wait in which a phone that owns the shop can veto, in ms. */
export const CARD_WAIT_MS = 24 * 3_600_000

/** The wait when no phone could veto, in ms. */
export const CARD_SHORT_WAIT_MS = 10 * 60_000

/** A phone that was not used for this time cannot be expected to veto, in ms. */
export const IDLE_OWNER_MS = 30 * 86_400_000

/** The letters in a card's QR code (100 bits). */
export const CARD_LETTERS = 20
export const CARD_CODE_PATTERN = `^[${BASE32}]{${CARD_LETTERS}}$`

const isCode = new RegExp(CARD_CODE_PATTERN)

/** The path of the page to which a card's QR code leads. */
export const PAPER_CARD_PATH = '/paper-card'

/** The address that a card's QR code holds. */
export const paperCardLink = (origin: string, code: string): string => `${origin}${PAPER_CARD_PATH}#${code}`

/** The code in a scanned text, which is an address or the bare code; `null` if there is none. */
export function readCardCode(text: string): string | null {
  const part = /\/paper-card#(.+)$/.exec(text)?.[1] ?? text
  const code = part.replace(/[\s-]/g, '').toUpperCase()
  return isCode.test(code) ? code : null
}

/** The states of a card for the phone that read it. `waiting` and `due` are only for the phone that requested the shop. */
export const cardStates = ['ready', 'locked', 'waiting', 'due'] as const
