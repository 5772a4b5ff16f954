import { HANDOVER_MS } from '@/domain/shop/handover'
import { createApp } from '../../../../server/app'
import { startTry } from '../../../../server/modules/handovers/code-tries'
import { type ApiClient, createApiClient, signIn } from '../../support/api-client'
import { signInStaff, TOWN } from '../../support/centre'
import { picture } from '../../support/pictures'
import {
  acceptCode,
  makeTestCard,
  offerShop,
  openHelpedShop,
  takeOver,
} from '../../support/stories/helped-shop'
import { sendPhoto } from '../../support/stories/send-media'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop, productDraft } from '../../support/test-shop'

const env = environmentPerTest({ settings: { rateLimits: true } })

const codeOf = async (reply: ReturnType<ApiClient['call']>) => (await reply).json<{ code: string }>().code
const statusOf = async (client: ApiClient, route: string, body?: object) =>
  (await client.call(route, body)).statusCode

describe('handover code of a shop', () => {
  it('has digits to type and letters for a QR code, the same for a repeated request', async () => {
    const shop = await openHelpedShop(env)
    const first = await offerShop(shop)
    expect([first.digits, first.moreDigits]).toEqual([
      expect.stringMatching(/^[0-9]{6}$/),
      expect.stringMatching(/^[0-9]{2}$/),
    ])
    expect(first.letters).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)
    expect(await offerShop(shop, first.handoverId)).toEqual(first)
  })

  it('shows the name and trade of the shop, and the helper with the centre', async () => {
    const shop = await openHelpedShop(env)
    const { digits } = await offerShop(shop)
    const villager = await signIn(env.app)
    const read = await villager.call('POST /api/handover-codes/read', { code: digits })
    expect(read.json()).toMatchObject({
      ...{ kind: 'shop', name: '核桃小店', trade: 'nuts' },
      from: { helper: '培训员', centre: { code: TOWN, name: '沙坝镇' } },
    })
  })

  it.each(['digits', 'letters'] as const)('makes the account that enters its %s the owner', async (form) => {
    const shop = await openHelpedShop(env)
    const offered = await offerShop(shop)
    const villager = await signIn(env.app)
    const taken = await acceptCode(villager, offered[form])
    expect(taken.json()).toMatchObject({ kind: 'shop', shopId: shop.shopId, slug: shop.slug })
    expect(await statusOf(villager, `GET /api/shops/${shop.shopId}/today`)).toBe(200)
    const { items } = (await villager.call('GET /api/me/shops')).json()
    expect(items).toEqual([expect.objectContaining({ id: shop.shopId })])
    const finder = await signIn(env.app)
    const restored = await finder.call('POST /api/sessions', { provider: 'key', key: taken.json().key })
    expect(restored.statusCode).toBe(200)
  })

  it('revokes the rights of the helper when it is accepted', async () => {
    const shop = await openHelpedShop(env)
    const { helper, shopId, productId, skuId, request } = shop
    const get = `GET /api/shops/${shopId}`
    expect(await statusOf(helper, get)).toBe(200)
    await takeOver(env, shop)
    expect(await statusOf(helper, get)).toBe(404)
    const product = { version: 1, ...productDraft(skuId) }
    expect(await statusOf(helper, `PUT /api/shops/${shopId}/products/${productId}`, product)).toBe(404)
    expect(await statusOf(helper, `PUT /api/shops/${shopId}/handovers/${newId()}`)).toBe(404)
    expect(await statusOf(helper, `PUT /api/shops/${shopId}`, request)).toBe(404)
    const pictures = ['sun', 'sun', 'sun', 'sun']
    expect(await statusOf(helper, `PUT /api/shops/${shopId}/paper-cards/${newId()}`, { pictures })).toBe(404)
  })

  it('repeats its answer to the accepting account for an hour, and replies code-used to others', async () => {
    const shop = await openHelpedShop(env)
    const { digits } = await offerShop(shop)
    const [villager, other] = [await signIn(env.app), await signIn(env.app)]
    const first = await acceptCode(villager, digits)
    env.advance(HANDOVER_MS + 1)
    expect((await acceptCode(villager, digits)).json()).toEqual(first.json())
    expect(await codeOf(acceptCode(other, digits))).toBe('code-used')
    expect((await other.call('POST /api/handover-codes/read', { code: digits })).json().code).toBe(
      'code-used',
    )
    env.advance(3_600_000)
    expect(await codeOf(acceptCode(villager, digits))).toBe('code-used')
  })

  it('omits the key from a repeated answer once the key was renewed', async () => {
    const shop = await openHelpedShop(env)
    const { digits } = await offerShop(shop)
    const villager = await signIn(env.app)
    await acceptCode(villager, digits)
    await villager.call(`POST /api/shops/${shop.shopId}/key`, { id: newId() })
    expect((await acceptCode(villager, digits)).json()).not.toHaveProperty('key')
  })

  it('expires after ten minutes', async () => {
    const { digits, letters } = await offerShop(await openHelpedShop(env))
    env.advance(HANDOVER_MS)
    const villager = await signIn(env.app)
    for (const code of [digits, letters])
      expect(await codeOf(acceptCode(villager, code))).toBe('code-expired')
  })

  it('ends when the helper makes another code, cancels it, or loses the role', async () => {
    const shop = await openHelpedShop(env)
    const villager = await signIn(env.app)
    const first = await offerShop(shop)
    const second = await offerShop(shop)
    expect(await codeOf(acceptCode(villager, first.letters))).toBe('code-expired')
    const cancel = `DELETE /api/handovers/${second.handoverId}`
    expect(await statusOf(villager, cancel)).toBe(404)
    expect((await shop.helper.call(cancel)).json()).toEqual({ ended: true })
    expect(await codeOf(acceptCode(villager, second.letters))).toBe('code-expired')
    const third = await offerShop(shop)
    await env.deps.db.query.deleteFrom('staff').where('account_id', '=', shop.helper.accountId).execute()
    expect(await codeOf(acceptCode(villager, third.letters))).toBe('code-expired')
  })

  it('cannot be accepted by the helper who made it', async () => {
    const shop = await openHelpedShop(env)
    const { digits } = await offerShop(shop)
    expect(await codeOf(acceptCode(shop.helper, digits))).toBe('own-code')
  })

  it('passes the shop to exactly one of several phones that enter the code at once', async () => {
    const shop = await openHelpedShop(env)
    const { letters } = await offerShop(shop)
    const phones = await Promise.all([signIn(env.app), signIn(env.app), signIn(env.app)])
    const answers = await Promise.all(phones.map((phone) => acceptCode(phone, letters)))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403, 403])
    const owners = await env.deps.db.query
      .selectFrom('shop_owner')
      .select('account_id')
      .where('shop_id', '=', shop.shopId)
      .execute()
    expect(owners).toHaveLength(1)
  })

  it('reports its state to the helper: open, expired or taken', async () => {
    const shop = await openHelpedShop(env)
    const { helper } = shop
    const state = async ({ handoverId }: { handoverId: string }) =>
      (await helper.call(`GET /api/handovers/${handoverId}`)).json().state
    const [first, second] = [await offerShop(shop), await offerShop(shop)]
    expect([await state(first), await state(second)]).toEqual(['expired', 'open'])
    await acceptCode(await signIn(env.app), second.digits)
    expect(await state(second)).toBe('taken')
  })

  it('expires once a paper card has brought the shop to a phone', async () => {
    const shop = await openHelpedShop(env)
    const { letters } = await offerShop(shop)
    const [first, second] = [await signIn(env.app), await signIn(env.app)]
    const code = await makeTestCard(shop.helper, shop.shopId)
    const pictures = ['fish', 'sun', 'fish', 'key']
    expect(await statusOf(first, 'POST /api/paper-cards/answers', { code, pictures })).toBe(200)
    env.advance(HANDOVER_MS - 1)
    // the wait ends after the code's time, so the card is used as if the wait were shorter
    await env.deps.db.query.updateTable('paper_card').set({ due_at: env.deps.clock() }).execute()
    expect(await statusOf(first, 'POST /api/paper-cards/redeem', { code })).toBe(200)
    expect(await codeOf(acceptCode(second, letters))).toBe('code-expired')
  })

  it('assigns the photos to the new owner and counts the shop towards the owner’s quota', async () => {
    const helper = await signInStaff(env, TOWN, 'trainer')
    const photoId = newId()
    await sendPhoto(env.app, helper, photoId, await picture(40, 30, '#7a4a20').jpeg().toBuffer())
    const products = [{ id: newId(), ...productDraft(), photos: [photoId] }]
    const shop = await openHelpedShop(env, helper, { products })
    const villager = await takeOver(env, shop)
    const { account_id } = await env.deps.db.query
      .selectFrom('photo')
      .select('account_id')
      .where('id', '=', photoId)
      .executeTakeFirstOrThrow()
    expect(account_id).toBe(villager.accountId)
    for (let i = 1; i < 5; i++) await openShop(env, { owner: villager })
    const answer = await villager.call(`PUT /api/shops/${newId()}`, { trade: 'nuts', products: [] })
    expect(answer.statusCode).toBe(400)
    await expect(openShop(env, { owner: villager })).rejects.toThrow('shop-quota')
  })

  it('works on another server of the same database', async () => {
    const shop = await openHelpedShop(env)
    const { digits } = await offerShop(shop)
    const villager = await signIn(env.app)
    const other = await createApp({ ...env.deps, db: { ...env.deps.db, close: async () => undefined } })
    const elsewhere = createApiClient(other, villager.token, villager.accountId)
    expect((await acceptCode(elsewhere, digits)).statusCode).toBe(200)
    expect(await statusOf(shop.helper, `GET /api/shops/${shop.shopId}`)).toBe(404)
    await other.close()
  })
})

describe('six-digit handover code', () => {
  const wrong = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, '0')

  it('is refused after eight wrong tries of an account, while the letters still work', async () => {
    const { digits, letters } = await offerShop(await openHelpedShop(env))
    const guesser = await signIn(env.app)
    for (let i = 0; i < 8; i++) expect(await codeOf(acceptCode(guesser, wrong(digits)))).toBe('code-wrong')
    const refused = await acceptCode(guesser, digits)
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'too-many'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60)
    // a QR code cannot be guessed
    expect((await acceptCode(guesser, letters)).statusCode).toBe(200)
  })

  it('is not rate-limited while the tries are right', async () => {
    const { digits } = await offerShop(await openHelpedShop(env))
    const villager = await signIn(env.app)
    for (let i = 0; i < 20; i++)
      expect(await statusOf(villager, 'POST /api/handover-codes/read', { code: digits })).toBe(200)
  })

  /** Reads the hand-over of a code as a new account at an address. */
  const guess = async (address: string, code: string) => {
    const guesser = await signIn(env.app)
    const headers = { authorization: `Bearer ${guesser.token}` }
    const answer = await env.app.inject({
      ...{ method: 'POST', url: '/api/handover-codes/read', headers, remoteAddress: address },
      payload: { code },
    })
    return answer.json<{ code?: string }>().code
  }

  it('is refused for 15 minutes after 60 wrong tries from an address or 200 in total', async () => {
    const { digits } = await offerShop(await openHelpedShop(env))
    const guessWrong = (address: string) => guess(address, wrong(digits))
    for (let i = 0; i < 60; i++) expect(await guessWrong('10.0.0.1')).toBe('code-wrong')
    expect(await guessWrong('10.0.0.1')).toBe('too-many')
    for (let i = 60; i < 200; i++) expect(await guessWrong(`10.0.1.${i}`)).toBe('code-wrong')
    expect(await guessWrong('10.0.2.1')).toBe('too-many')
    env.advance(15 * 60_000)
    expect(await guessWrong('10.0.2.1')).toBe('code-wrong')
  })

  it('works with its two further digits however many wrong ones strangers have tried', async () => {
    const { digits, moreDigits } = await offerShop(await openHelpedShop(env))
    const allWrong = digits + String((Number(moreDigits) + 1) % 100).padStart(2, '0')
    for (let i = 0; i < 201; i++) await guess(`10.0.1.${i}`, wrong(digits))
    expect(await guess('10.0.3.1', digits)).toBe('too-many')
    expect(await guess('10.0.3.1', allWrong)).toBe('code-wrong')
    expect(await guess('10.0.3.1', digits + moreDigits)).toBeUndefined()
  })

  it('is refused after 60 wrong tries from an IPv6 network, and 240 from its /56', async () => {
    const tries = (address: string) => startTry(env.deps, { accountId: newId(), address, isShort: false })
    for (let i = 0; i < 60; i++) await tries('2001:db8:1:a200::/64')
    await expect(tries('2001:db8:1:a200::/64')).rejects.toThrow('too-many')
    for (let i = 0; i < 180; i++) await tries(`2001:db8:1:a20${1 + (i % 9)}::/64`)
    await expect(tries('2001:db8:1:a2ff::/64')).rejects.toThrow('too-many')
    await tries('2001:db8:1:a300::/64')
  })

  it('is stored as a keyed hash only', async () => {
    const { digits, letters } = await offerShop(await openHelpedShop(env))
    const rows = await env.deps.db.query
      .selectFrom('handover')
      .select(['digits_hash', 'letters_hash'])
      .execute()
    expect(JSON.stringify(rows)).not.toContain(digits)
    expect(JSON.stringify(rows)).not.toContain(letters)
  })
})
