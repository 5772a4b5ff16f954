import { CARD_WAIT_MS } from '@/domain/shop/paper-card'
import { removeOldPracticeShops } from '../../../../server/modules/shops/practice'
import { renewKey } from '../../../../server/operator/shop-actions'
import { type ApiClient, call, createApiClient, signIn } from '../../support/api-client'
import { signInStaff, TOWN } from '../../support/centre'
import { createDatabaseLocation, type DatabaseLocation } from '../../support/database'
import {
  acceptCode,
  CHOSEN,
  choosePictures,
  makeTestCard,
  offerShop,
  openHelpedShop,
  takeOver,
} from '../../support/stories/helped-shop'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'
import { type OpenedShop, openShop, placeTestOrder, productDraft } from '../../support/test-shop'
import { createTxGate } from '../../support/tx-gate'

let shared: DatabaseLocation
let env: TestEnvironment
/** A second server on the same database. */
let other: TestEnvironment
beforeEach(async () => {
  shared = await createDatabaseLocation()
  env = await createTestEnvironment({ databaseLocation: shared.location })
  other = await createTestEnvironment({ databaseLocation: shared.location })
})
afterEach(async () => {
  await env.app.close()
  await other.app.close()
  await shared.remove()
})

/** The same account at the second server. */
const elsewhere = ({ token, accountId }: ApiClient) => createApiClient(other.app, token, accountId)

const codeOf = async (reply: ReturnType<ApiClient['call']>) => (await reply).json<{ code?: string }>().code
const redeem = (client: ApiClient, code: string) => client.call('POST /api/paper-cards/redeem', { code })
const signInByKey = (key: string) => call(other.app, 'POST /api/sessions', { provider: 'key', key })
const removeOthers = (owner: ApiClient, shopId: string) =>
  owner.call(`DELETE /api/shops/${shopId}/other-owners`)

async function ownersOf(shopId: string): Promise<string[]> {
  const rows = await env.deps.db.query
    .selectFrom('shop_owner')
    .select('account_id')
    .where('shop_id', '=', shopId)
    .execute()
  return rows.map(({ account_id }) => account_id)
}

async function countWorkingKeys(shopId: string): Promise<number> {
  const keys = await env.deps.db.query
    .selectFrom('shop_key')
    .select('key_hash')
    .where('shop_id', '=', shopId)
    .where('ended_at', 'is', null)
    .execute()
  return keys.length
}

/** Lets another phone of a shop be its second owner. */
async function addOwner(shop: OpenedShop): Promise<ApiClient> {
  const second = await signIn(env.app)
  const restored = await second.call('POST /api/sessions', { provider: 'key', key: shop.key })
  if (restored.statusCode !== 200) throw new Error(restored.body)
  return second
}

async function offerHelp(owner: ApiClient, shopId: string): Promise<string> {
  const route = `PUT /api/shops/${shopId}/help-offers/${newId()}`
  return (await owner.call(route, { parts: ['products'] })).json<{ letters: string }>().letters
}

/** A card of which a phone has chosen the pictures; its wait is over. */
async function dueCard(maker: ApiClient, shopId: string, phone: ApiClient): Promise<string> {
  const code = await makeTestCard(maker, shopId)
  await choosePictures(phone, code)
  const change = { due_at: env.deps.clock() }
  await env.deps.db.query.updateTable('paper_card').set(change).where('shop_id', '=', shopId).execute()
  return code
}

const TIMES = Array.from({ length: process.env.KZ_LONG === '1' ? 12 : 3 }, (_, i) => i)

describe('removing the other owners', () => {
  it('leaves one of two owners who remove each other at the same moment', async () => {
    for (const _ of TIMES) {
      const shop = await openShop(env)
      const second = await addOwner(shop)
      const answers = await Promise.all([
        removeOthers(shop.owner, shop.shopId),
        removeOthers(elsewhere(second), shop.shopId),
      ])
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404])
      const winner = answers[0]?.statusCode === 200 ? shop.owner : second
      expect(await ownersOf(shop.shopId)).toEqual([winner.accountId])
    }
  })

  it('ends the paper card that a removed owner made, also while its wait runs or is over', async () => {
    const shop = await openShop(env)
    const thief = await addOwner(shop)
    const code = await makeTestCard(thief, shop.shopId)
    const accomplice = await signIn(env.app)
    expect((await choosePictures(accomplice, code)).statusCode).toBe(200)
    await removeOthers(shop.owner, shop.shopId)
    env.advance(CARD_WAIT_MS)
    expect(await codeOf(redeem(accomplice, code))).toBe('card-used')
    expect(await codeOf(choosePictures(thief, code))).toBe('card-used')
    expect(await ownersOf(shop.shopId)).toEqual([shop.owner.accountId])
    expect((await shop.owner.call(`GET /api/shops/${shop.shopId}/paper-card`)).json()).toEqual({})
  })

  it('leaves the card, the code for a helper and the key of the remaining owner', async () => {
    const shop = await openShop(env)
    const owner = await addOwner(shop)
    const code = await makeTestCard(owner, shop.shopId)
    const offered = await offerHelp(owner, shop.shopId)
    const { key } = (await owner.call(`POST /api/shops/${shop.shopId}/key`, { id: newId() })).json()
    expect((await removeOthers(owner, shop.shopId)).json()).toEqual({ removed: 1 })
    expect((await choosePictures(await signIn(env.app), code)).statusCode).toBe(200)
    const helper = await signInStaff(env, TOWN, 'trainer')
    expect((await acceptCode(helper, offered, TOWN)).statusCode).toBe(200)
    expect((await signInByKey(key)).statusCode).toBe(200)
  })

  it('ends the keys, the codes for helpers and the helps that the removed owners granted', async () => {
    const shop = await openShop(env)
    const thief = await addOwner(shop)
    const helper = await signInStaff(env, TOWN, 'trainer')
    await acceptCode(helper, await offerHelp(thief, shop.shopId), TOWN)
    const offered = await offerHelp(thief, shop.shopId)
    const { key } = (await thief.call(`POST /api/shops/${shop.shopId}/key`, { id: newId() })).json()
    expect((await helper.call(`GET /api/shops/${shop.shopId}`)).statusCode).toBe(200)
    await removeOthers(shop.owner, shop.shopId)
    expect((await helper.call(`GET /api/shops/${shop.shopId}`)).statusCode).toBe(404)
    expect(await codeOf(acceptCode(helper, offered, TOWN))).toBe('code-expired')
    expect(await codeOf(signInByKey(key))).toBe('key-used')
  })

  it('leaves nothing to a thief who asks for everything at the same moment at two servers', async () => {
    const neighbour = await openShop(env, { stock: 50 })
    const buyer = await signIn(env.app)
    for (const i of TIMES) {
      const shop = await openShop(env)
      const thief = await addOwner(shop)
      const [phone, accomplice] = [await signIn(env.app), await signIn(env.app)]
      const helper = await signInStaff(env, TOWN, 'trainer')
      const card = await dueCard(thief, shop.shopId, phone)
      const offered = await offerHelp(thief, shop.shopId)
      const { key } = (await thief.call(`POST /api/shops/${shop.shopId}/key`, { id: newId() })).json()
      const path = `/api/shops/${shop.shopId}`
      const attack = [
        () => elsewhere(thief).call(`POST ${path}/key`, { id: newId() }),
        () => elsewhere(thief).call(`PUT ${path}/paper-cards/${newId()}`, { pictures: CHOSEN }),
        () => elsewhere(thief).call(`PUT ${path}/help-offers/${newId()}`, { parts: ['settings'] }),
        () => redeem(phone, card),
        () => acceptCode(elsewhere(helper), offered, TOWN),
        () => elsewhere(accomplice).call('POST /api/sessions', { provider: 'key', key }),
      ]
      // in another order each time
      const order = attack.map((_, at) => attack[(at + i) % attack.length] ?? attack[0])
      const beside = [
        neighbour.owner.call(`PUT /api/shops/${neighbour.shopId}/products/${newId()}`, {
          ...{ version: 0, ...productDraft() },
        }),
        placeTestOrder(neighbour, buyer).then(() => ({ statusCode: 200 })),
      ]
      const [removed, ...answers] = await Promise.all([
        removeOthers(shop.owner, shop.shopId),
        ...order.map((send) => send?.()),
      ])
      expect(removed?.statusCode).toBe(200)
      for (const answer of await Promise.all(beside)) expect(answer.statusCode).toBe(200)
      expect(await ownersOf(shop.shopId)).toEqual([shop.owner.accountId])
      for (const answer of answers.filter((one) => one?.statusCode === 200)) {
        const { key: taken, letters, code, restored } = answer?.json() ?? {}
        for (const one of [taken, restored?.key].filter(Boolean))
          expect(await codeOf(signInByKey(one))).toBe('key-used')
        if (letters) expect(await codeOf(acceptCode(helper, letters, TOWN))).toBe('code-expired')
        if (code) expect(await codeOf(choosePictures(accomplice, code))).toBe('card-used')
      }
      for (const gone of [thief, phone, accomplice, helper])
        expect((await gone.call(`GET ${path}`)).statusCode).toBe(404)
      expect((await shop.owner.call(`GET ${path}`)).statusCode).toBe(200)
    }
  })
})

describe('taking a shop over', () => {
  it('by a code ends the paper card of the trainer who opened it', async () => {
    const shop = await openHelpedShop(env)
    const phone = await signIn(env.app)
    const code = await dueCard(shop.helper, shop.shopId, phone)
    const owner = await takeOver(env, shop)
    expect(await codeOf(redeem(phone, code))).toBe('card-used')
    expect(await ownersOf(shop.shopId)).toEqual([owner.accountId])
  })

  it('by its paper card ends the code of the trainer, and the card', async () => {
    const shop = await openHelpedShop(env)
    const owner = await signIn(env.app)
    const code = await dueCard(shop.helper, shop.shopId, owner)
    const { letters } = await offerShop(shop)
    expect((await redeem(owner, code)).statusCode).toBe(200)
    expect(await codeOf(acceptCode(await signIn(env.app), letters))).toBe('code-expired')
    expect(await codeOf(choosePictures(await signIn(env.app), code))).toBe('card-used')
  })

  it('by a key of the operator ends the card and the codes of the trainer', async () => {
    const shop = await openHelpedShop(env)
    const phone = await signIn(env.app)
    const card = await dueCard(shop.helper, shop.shopId, phone)
    const { letters } = await offerShop(shop)
    const { key } = await renewKey(env.deps, { slug: shop.slug, reason: '电话里确认' })
    const { accountId } = (await signInByKey(key)).json()
    expect(await codeOf(redeem(phone, card))).toBe('card-used')
    expect(await codeOf(acceptCode(phone, letters))).toBe('code-expired')
    expect((await shop.helper.call(`GET /api/shops/${shop.shopId}`)).statusCode).toBe(404)
    expect(await ownersOf(shop.shopId)).toEqual([accountId])
  })

  it('happens once when a code, a card and a key are used at the same moment', async () => {
    for (const _ of TIMES) {
      const shop = await openHelpedShop(env)
      const [byCode, byCard] = [await signIn(env.app), await signIn(env.app)]
      const card = await dueCard(shop.helper, shop.shopId, byCard)
      const { letters } = await offerShop(shop)
      const { key } = await renewKey(env.deps, { slug: shop.slug, reason: '电话里确认' })
      const answers = await Promise.all([
        acceptCode(byCode, letters),
        redeem(elsewhere(byCard), card),
        signInByKey(key),
      ])
      const taken = answers.filter(({ statusCode }) => statusCode === 200)
      expect(taken).toHaveLength(1)
      expect(await ownersOf(shop.shopId)).toHaveLength(1)
      expect(await countWorkingKeys(shop.shopId)).toBe(1)
      const working = taken[0]?.json().key ?? taken[0]?.json().restored.key
      expect((await signInByKey(working)).statusCode).toBe(200)
    }
  })

  it('leaves its card to a shop that waits for its owner again', async () => {
    const shop = await openShop(env)
    const code = await makeTestCard(shop.owner, shop.shopId)
    const offered = await offerHelp(shop.owner, shop.shopId)
    const helper = await signInStaff(env, TOWN, 'trainer')
    await acceptCode(helper, offered, TOWN)
    expect((await shop.owner.call(`DELETE /api/shops/${shop.shopId}/owners/me`)).statusCode).toBe(200)
    // no other owner could end the help
    expect((await helper.call(`GET /api/shops/${shop.shopId}`)).statusCode).toBe(404)
    const phone = await signIn(env.app)
    await choosePictures(phone, code)
    env.advance(CARD_WAIT_MS)
    expect((await redeem(phone, code)).statusCode).toBe(200)
  })
})

describe('a lock on rights', () => {
  it('keeps the account that gets a shop while its data is deleted', async () => {
    const shop = await openShop(env)
    const finder = await signIn(env.app)
    const use = () => finder.call('POST /api/sessions', { provider: 'key', key: shop.key })
    const [restored, deleted] = await createTxGate(env).overlap(use, () => finder.call('DELETE /api/me/data'))
    expect([restored.statusCode, deleted.json()]).toEqual([200, { isAccountKept: true }])
    expect((await finder.call(`GET /api/shops/${shop.shopId}`)).statusCode).toBe(200)
  })

  it('makes the operator wait for an owner who uses the key, and leaves one working key', async () => {
    const shop = await openShop(env)
    const finder = await signIn(env.app)
    const use = () => finder.call('POST /api/sessions', { provider: 'key', key: shop.key })
    const renew = () => renewKey(env.deps, { slug: shop.slug, reason: '电话里确认' })
    const [restored, { key }] = await createTxGate(env).overlap(use, renew)
    expect(await codeOf(signInByKey(restored.json().restored.key))).toBe('key-used')
    expect(await countWorkingKeys(shop.shopId)).toBe(1)
    expect((await signInByKey(key)).statusCode).toBe(200)
  })

  it('keeps a practice shop that its owner makes real while it is removed', async () => {
    const shop = await openShop(env, { request: { practice: true } })
    const { practice_until } = await env.deps.db.query
      .selectFrom('shop')
      .select('practice_until')
      .where('shop_id', '=', shop.shopId)
      .executeTakeFirstOrThrow()
    env.advance((practice_until ?? 0) - env.deps.clock())
    const end = () => shop.owner.call(`POST /api/shops/${shop.shopId}/practice/end`)
    const removed: string[] = []
    const sweep = () => removeOldPracticeShops(env.deps, (shopId) => void removed.push(shopId))
    const [ended] = await createTxGate(env).overlap(end, sweep)
    expect([ended.statusCode, removed]).toEqual([200, []])
    expect((await shop.owner.call(`GET /api/shops/${shop.shopId}`)).statusCode).toBe(200)
  })
})
