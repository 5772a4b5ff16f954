import { type ApiClient, answered, call, signIn } from '../api-client'
import { signInStaff, TOWN } from '../centre'
import {
  acceptCode,
  CHOSEN,
  choosePictures,
  makeTestCard,
  offerShop,
  openHelpedShop,
} from '../stories/helped-shop'
import { newId, type TestEnvironment } from '../test-environment'
import { openShop } from '../test-shop'
import {
  appointRemovable,
  byDeletedAccount,
  byRemovedStaff,
  type CaseRow,
  GIVER_GOES,
  OWNER_GOES,
  openSharedShop,
} from './forfeiting-case'

async function offerHelp(owner: ApiClient, shopId: string): Promise<string> {
  const route = `PUT /api/shops/${shopId}/help-offers/${newId()}`
  return (await answered<{ letters: string }>(owner.call(route, { parts: ['products'] }))).letters
}

async function requestKey(owner: ApiClient, shopId: string): Promise<string> {
  const route = `POST /api/shops/${shopId}/key`
  return (await answered<{ key: string }>(owner.call(route, { id: newId() }))).key
}

async function dueCard(env: TestEnvironment, maker: ApiClient, shopId: string, taker: ApiClient) {
  const code = await makeTestCard(maker, shopId)
  await answered(choosePictures(taker, code))
  const change = { due_at: env.deps.clock() }
  await env.deps.db.query.updateTable('paper_card').set(change).where('shop_id', '=', shopId).execute()
  return code
}

/** Requests with codes, cards and keys. */
export const codeCases: readonly CaseRow[] = [
  [
    'POST /api/handover-codes/accept',
    GIVER_GOES,
    async (env) => {
      const { removed, lose } = await appointRemovable(env, 'trainer')
      const { letters } = await offerShop(await openHelpedShop(env, removed))
      const villager = await signIn(env.app)
      return { send: () => acceptCode(villager, letters), lose, code: 'code-expired' }
    },
  ],
  [
    'POST /api/handover-codes/accept',
    OWNER_GOES,
    async (env) => {
      const shop = await openSharedShop(env)
      const code = await offerHelp(shop.removed, shop.shopId)
      const helper = await signInStaff(env, TOWN, 'trainer')
      return { send: () => acceptCode(helper, code, TOWN), lose: shop.lose, code: 'code-expired' }
    },
  ],
  byRemovedStaff('POST /api/handover-codes/accept', 'trainer', async (env) => {
    const { owner, shopId } = await openShop(env)
    const code = await offerHelp(owner, shopId)
    return ['POST /api/handover-codes/accept', { code, centre: TOWN }, 'staff-only']
  }),
  byDeletedAccount('POST /api/handover-codes/accept', async (env) => {
    const { letters } = await offerShop(await openHelpedShop(env))
    return ['POST /api/handover-codes/accept', { code: letters }]
  }),
  [
    'DELETE /api/handovers/:handoverId',
    'somebody whose shop is removed with its codes',
    async (env) => {
      const shop = await openHelpedShop(env)
      const { handoverId } = await offerShop(shop)
      const lose = () => shop.helper.call(`DELETE /api/centres/${TOWN}/helps/${shop.helpId}`)
      return { send: () => shop.helper.call(`DELETE /api/handovers/${handoverId}`), lose, code: 'not-found' }
    },
  ],
  [
    'POST /api/paper-cards/answers',
    'a card that its owner ends',
    async (env) => {
      const { owner, shopId } = await openShop(env)
      const code = await makeTestCard(owner, shopId)
      const phone = await signIn(env.app)
      const lose = () => owner.call(`DELETE /api/shops/${shopId}/paper-card`)
      return { send: () => choosePictures(phone, code), lose, code: 'card-used' }
    },
  ],
  byDeletedAccount('POST /api/paper-cards/answers', async (env) => {
    const { owner, shopId } = await openShop(env)
    return ['POST /api/paper-cards/answers', { code: await makeTestCard(owner, shopId), pictures: CHOSEN }]
  }),
  [
    'POST /api/paper-cards/redeem',
    'a card whose maker is removed',
    async (env) => {
      const shop = await openSharedShop(env)
      const phone = await signIn(env.app)
      const code = await dueCard(env, shop.removed, shop.shopId, phone)
      return {
        send: () => phone.call('POST /api/paper-cards/redeem', { code }),
        lose: shop.lose,
        code: 'card-used',
      }
    },
  ],
  byDeletedAccount('POST /api/paper-cards/redeem', async (env, client) => {
    const { owner, shopId } = await openShop(env)
    return ['POST /api/paper-cards/redeem', { code: await dueCard(env, owner, shopId, client) }]
  }),
  [
    'POST /api/sessions',
    'a key whose owner is removed',
    async (env) => {
      const shop = await openSharedShop(env)
      const key = await requestKey(shop.removed, shop.shopId)
      const send = () => call(env.app, 'POST /api/sessions', { provider: 'key', key })
      return { send, lose: shop.lose, code: 'key-used' }
    },
  ],
  byDeletedAccount(
    'POST /api/sessions',
    async (env) => ['POST /api/sessions', { provider: 'key', key: (await openShop(env)).key }],
    { isOpen: true },
  ),
]
