import type { CardPicture } from '@/domain/shop/paper-card'
import { type ApiClient, answered, signIn } from '../api-client'
import { signInStaff, TOWN } from '../centre'
import { newId, type TestEnvironment } from '../test-environment'
import { type OpenedShop, productDraft } from '../test-shop'

/** A code as its giver gets it. */
export interface OfferedCode {
  handoverId: string
  digits: string
  moreDigits: string
  letters: string
}

/** Records that somebody agrees to have a shop opened for her. */
export async function recordTestConsent(
  helper: ApiClient,
  shopId = newId(),
  changes: object = {},
  centre = TOWN,
): Promise<{ shopId: string; helpId: string }> {
  const helpId = newId()
  const body = { shopId, consent: 'spoken', ...changes }
  await answered(helper.call(`PUT /api/centres/${centre}/helps/${helpId}`, body))
  return { shopId, helpId }
}

export type HelpedShop = Omit<OpenedShop, 'owner' | 'key'> & { helper: ApiClient; helpId: string }

/** Opens a shop for somebody, by a new trainer unless `helper` is given. */
export async function openHelpedShop(
  env: TestEnvironment,
  helper?: ApiClient,
  changes: object = {},
  centre = TOWN,
): Promise<HelpedShop> {
  const by = helper ?? (await signInStaff(env, centre, 'trainer'))
  const { shopId, helpId } = await recordTestConsent(by, newId(), {}, centre)
  const [productId, skuId] = [newId(), newId()]
  const products = [{ id: productId, ...productDraft(skuId) }]
  const request = { trade: 'nuts' as const, products, help: helpId, ...changes }
  const { slug } = await answered<{ slug: string }>(by.call(`PUT /api/shops/${shopId}`, request))
  return { helper: by, helpId, shopId, productId, skuId, slug, request }
}

/** Makes a code that passes a shop on. */
export async function offerShop({ helper, shopId }: HelpedShop, handoverId = newId()): Promise<OfferedCode> {
  const offered = await answered<Omit<OfferedCode, 'handoverId'>>(
    helper.call(`PUT /api/shops/${shopId}/handovers/${handoverId}`),
  )
  return { ...offered, handoverId }
}

export const acceptCode = (taker: ApiClient, code: string, centre?: string) =>
  taker.call('POST /api/handover-codes/accept', { code, ...(centre === undefined ? {} : { centre }) })

/** Passes a shop on to somebody who has no account yet. */
export async function takeOver(env: TestEnvironment, shop: HelpedShop): Promise<ApiClient> {
  const villager = await signIn(env.app)
  const { letters } = await offerShop(shop)
  await answered(acceptCode(villager, letters))
  return villager
}

export const CHOSEN: CardPicture[] = ['fish', 'sun', 'fish', 'key']

/** Makes the paper card of a shop. */
export async function makeTestCard(
  maker: ApiClient,
  shopId: string,
  pictures: readonly CardPicture[] = CHOSEN,
): Promise<string> {
  const route = `PUT /api/shops/${shopId}/paper-cards/${newId()}`
  return (await answered<{ code: string }>(maker.call(route, { pictures }))).code
}

export const choosePictures = (client: ApiClient, code: string, pictures: readonly CardPicture[] = CHOSEN) =>
  client.call('POST /api/paper-cards/answers', { code, pictures })

/** The answers in the wizard of a shop that is not open yet. */
export const sampleDraft = (shopId: string) => ({
  ...{ shopId, productId: newId(), skuId: newId(), at: 1, trade: 'honey' },
  ...{ good: '土蜂蜜', words: ['自家'], typedName: '', ownName: '', unit: '斤', price: '68', surePrice: '' },
  ...{ fulfilments: ['local'], freight: { fee: 0 }, pickupPlace: '', phone: '', template: 'woodgrain' },
})
