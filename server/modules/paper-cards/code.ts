import { createHmac } from 'node:crypto'
import { BASE32 } from '@/domain/id'
import { CARD_LETTERS, type CardPicture } from '@/domain/shop/paper-card'

const hmac = (secret: string, text: string) => createHmac('sha256', secret).update(text)

/** The code of a card (100 bits). It is derived from the secret, so that a repeated request answers the same code. */
export const cardCode = (secret: string, shopId: string, cardId: string): string =>
  [...hmac(secret, `paper-card:${shopId}:${cardId}`).digest().subarray(0, CARD_LETTERS)]
    .map((byte) => BASE32.charAt(byte % 32))
    .join('')

/** The keyed hash by which a card's code is looked up. */
export const hashOfCardCode = (secret: string, code: string): string =>
  hmac(secret, `paper-card-code:${code}`).digest('base64url')

/** The keyed hash of the chosen pictures: without the secret, all choices of a stolen database could be tried through. */
export const hashOfPictures = (secret: string, code: string, pictures: readonly CardPicture[]): string =>
  hmac(secret, `paper-card-pictures:${code}:${pictures.join()}`).digest('base64url')
