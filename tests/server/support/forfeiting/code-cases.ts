import { type ApiClient, call, signIn } from '../api-client'
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
  ACCOUNT_GOES,
  appointRemovable,
  byDeletedAccount,
  byRemovedStaff,
  type CaseRow,
  GIVER_GOES,
  OWNER_GOES,
  ok,
  openSharedShop,
  STAFF_GOES,
} from './forfeiting-case'

async function offerHelp(owner: ApiClient, shopId: string): Promise<string> {
  const route = `PUT /api/shops/${shopId}/help-offers/${newId()}`
  return (await ok(owner.call(route, { parts: ['products'] }))).json<{ letters: string }>().letters
}

async function requestKey(owner: ApiClient, shopId: string): Promise<string> {
  const answer = await ok(owner.call(`POST /api/shops/${shopId}/key`, { id: newId() }))
  return answer.json<{ key: string }>().key
}

async function dueCard(env: TestEnvironment, maker: ApiClient, shopId: string, taker: ApiClient) {
  const code = await makeTestCard(maker, shopId)
  await ok(choosePictures(taker, code))
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
  [
    'POST /api/handover-codes/accept',
    STAFF_GOES,
    byRemovedStaff('trainer', async (env) => {
      const { owner, shopId } = await openShop(env)
      const code = await offerHelp(owner, shopId)
      return ['POST /api/handover-codes/accept', { code, centre: TOWN }, 'staff-only']
    }),
  ],
  [
    'POST /api/handover-codes/accept',
    ACCOUNT_GOES,
    byDeletedAccount(async (env) => {
      const { letters } = await offerShop(await openHelpedShop(env))
      return ['POST /api/handover-codes/accept', { code: letters }]
    }),
  ],
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
  [
    'POST /api/paper-cards/answers',
    ACCOUNT_GOES,
    byDeletedAccount(async (env) => {
      const { owner, shopId } = await openShop(env)
      return ['POST /api/paper-cards/answers', { code: await makeTestCard(owner, shopId), pictures: CHOSEN }]
    }),
  ],
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
  [
    'POST /api/paper-cards/redeem',
    ACCOUNT_GOES,
    byDeletedAccount(async (env, client) => {
      const { owner, shopId } = await openShop(env)
      return ['POST /api/paper-cards/redeem', { code: await dueCard(env, owner, shopId, client) }]
    }),
  ],
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
  [
    'POST /api/sessions',
    ACCOUNT_GOES,
    async (env) => {
      const { key } = await openShop(env)
      const prepare = byDeletedAccount(async () => ['POST /api/sessions', { provider: 'key', key }])
      return { ...(await prepare(env)), isOpen: true }
    },
  ],
]
