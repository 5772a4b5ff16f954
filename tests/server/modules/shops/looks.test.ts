import type { Look, LookOutline } from '@/domain/look/look'
import { createBundledLook } from '@/templates/bundled-templates'
import { MAX_PUBLISHED_LOOKS } from '../../../../server/modules/looks/publish-look'
import { changesOf, withShopLock } from '../../../../server/modules/shops/shop-lock'
import { type ApiClient, signIn } from '../../support/api-client'
import { environmentPerFile, newId } from '../../support/test-environment'
import { shopPerTest } from '../../support/test-shop'

interface State {
  draft: Look
  published: Look
  history: { version: number; at: number; template: string; outline: LookOutline }[]
}

const env = environmentPerFile()
const shop = shopPerTest(env)

const readState = async (): Promise<State> =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/look`)).json()
const save = (look: object, by: ApiClient = shop.owner) =>
  by.call(`PUT /api/shops/${shop.shopId}/look-draft`, look)
const publish = (draftVersion: number, id = newId()) =>
  shop.owner.call(`POST /api/shops/${shop.shopId}/look/publish`, { id, draftVersion })
const publishedLook = async (): Promise<Look> =>
  (await shop.owner.call(`GET /api/storefronts/${shop.slug}`)).json().look

/** Returns the look with another corner radius. */
const withRadius = (look: Look, radius: number): Look => ({ ...look, theme: { ...look.theme, radius } })

describe('the look draft', () => {
  test('waits for the lock of its shop and increments the data version', async () => {
    const { draft } = await readState()
    const { db } = env.deps
    const before = await changesOf(db.query, shop.slug)
    let saved = false
    let end: () => void = () => undefined
    const changing = withShopLock(db, shop.shopId, () => new Promise<void>((resolve) => (end = resolve)))
    const saving = save(withRadius(draft, 7)).then((answer) => {
      saved = true
      return answer.statusCode
    })
    // gives a save that ignores the lock time to finish
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(saved).toBe(false)
    end()
    await changing
    expect(await saving).toBe(200)
    expect(await changesOf(db.query, shop.slug)).toBe((before ?? 0) + 1)
  })

  test('equals the published look at first and is not shown to buyers', async () => {
    const { draft, published, history } = await readState()
    expect(draft).toEqual({ ...published, version: 0 })
    const outline = { theme: draft.theme, sections: expect.any(Array) }
    expect(history).toEqual([{ version: 1, at: expect.any(Number), template: 'woodgrain', outline }])
    const next = withRadius(draft, 3)
    expect((await save(next)).json()).toEqual({ ...next, version: 1 })
    expect(await publishedLook()).toEqual(published)
    expect((await readState()).draft).toEqual({ ...next, version: 1 })
  })

  test('answers a repeated save the same and a stale one with the current draft', async () => {
    const { draft } = await readState()
    const first = await save(withRadius(draft, 3))
    expect((await save(withRadius(draft, 3))).json()).toEqual(first.json())
    const late = await save(withRadius(draft, 4))
    expect([late.statusCode, late.json()]).toMatchObject([
      409,
      { code: 'version-conflict', current: first.json() },
    ])
    expect((await save(withRadius({ ...draft, version: 7 }, 4))).json().code).toBe('version-conflict')
    expect((await readState()).draft.theme.radius).toBe(3)
  })

  test('is saved for one of several simultaneous devices; the others get a version conflict', async () => {
    const other = await signIn(env.app)
    await other.call('POST /api/sessions', { provider: 'key', key: shop.key })
    const { draft } = await readState()
    const answers = await Promise.all([
      ...[1, 2, 3].map((radius) => save(withRadius(draft, radius))),
      ...[4, 5, 6].map((radius) => save(withRadius(draft, radius), other)),
    ])
    const saved = answers.filter(({ statusCode }) => statusCode === 200)
    expect(saved).toHaveLength(1)
    const now = (await readState()).draft
    expect(now).toEqual(saved[0]?.json())
    for (const answer of answers.filter((each) => each !== saved[0]))
      expect(answer.json()).toMatchObject({ code: 'version-conflict', current: now })
  })
})

describe('publishing a look', () => {
  test('shows the draft to buyers once per request id', async () => {
    const { draft } = await readState()
    const { version } = (await save(withRadius(draft, 3))).json()
    env.advance(1000)
    const id = newId()
    const state: State = (await publish(version, id)).json()
    expect(state.published).toMatchObject({ version: 2, theme: { radius: 3 } })
    expect(state.draft).toEqual({ ...state.published, version })
    expect(state.history.map((each) => each.version)).toEqual([2, 1])
    expect(state.history.map((each) => each.outline.theme.radius)).toEqual([3, draft.theme.radius])
    expect(state.history[0]?.at).toBeGreaterThan(state.history[1]?.at ?? Number.POSITIVE_INFINITY)
    expect(await publishedLook()).toEqual(state.published)
    expect((await publish(version, id)).json()).toEqual(state)
    expect((await readState()).history).toHaveLength(2)
  })

  test('answers a repeated older id with the current state', async () => {
    const { draft } = await readState()
    const id = newId()
    await save(withRadius(draft, 3))
    await publish(1, id)
    await save(withRadius({ ...draft, version: 1 }, 4))
    expect((await publish(1, id)).json()).toMatchObject({
      draft: { theme: { radius: 4 } },
      published: { version: 2, theme: { radius: 3 } },
    })
  })

  test('rejects a draft version other than the current one', async () => {
    const { draft, published } = await readState()
    const now = (await save(withRadius(draft, 3))).json()
    const answer = await publish(0)
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      { code: 'version-conflict', current: now },
    ])
    expect(await publishedLook()).toEqual(published)
  })

  test('does nothing when the draft equals the published look', async () => {
    const before = await readState()
    expect((await publish(0)).json()).toEqual(before)
    await save(withRadius(before.draft, before.draft.theme.radius))
    expect((await publish(1)).json()).toMatchObject({ published: before.published, history: before.history })
  })

  test('keeps the last twenty looks unchanged, and each can be restored', async () => {
    const { draft } = await readState()
    for (let version = 0; version < MAX_PUBLISHED_LOOKS + 3; version++) {
      await save(withRadius({ ...draft, version }, version))
      await publish(version + 1)
    }
    const { history } = await readState()
    expect(history.map((each) => each.version)).toEqual(
      Array.from({ length: MAX_PUBLISHED_LOOKS }, (_, at) => MAX_PUBLISHED_LOOKS + 4 - at),
    )
    const past = (version: number) => shop.owner.call(`GET /api/shops/${shop.shopId}/look/history/${version}`)
    for (const { version } of history)
      expect((await past(version)).json()).toMatchObject({ version, theme: { radius: version - 2 } })
    expect((await past(4)).statusCode).toBe(404)
    const older: Look = (await past(10)).json()
    await save({ ...older, version: MAX_PUBLISHED_LOOKS + 3 })
    const back: State = (await publish(MAX_PUBLISHED_LOOKS + 4)).json()
    expect(back.published).toMatchObject({ version: MAX_PUBLISHED_LOOKS + 5, theme: { radius: 8 } })
  })

  test('keeps the first look in the history of a shop that never published another', async () => {
    const answer = await shop.owner.call(`GET /api/shops/${shop.shopId}/look/history/1`)
    expect(answer.json()).toEqual((await readState()).published)
  })
})

describe('an invalid or hostile look', () => {
  const section = (at: number, title = '') => ({ id: `s-${at}`, kind: 'delivery', settings: { title } })
  const base = () => ({ ...(createBundledLook('woodgrain') as Look), version: 0 })
  const paths = (answer: { json(): { fields?: { path: string }[] } }) =>
    answer.json().fields?.map(({ path }) => path)

  test('is rejected with a thousand sections, and with a megabyte of text', async () => {
    const many = { ...base(), sections: Array.from({ length: 1000 }, (_, at) => section(at)) }
    const refused = await save(many)
    expect([refused.statusCode, paths(refused)]).toEqual([400, ['/sections']])
    const long = await save({ ...base(), sections: [section(0, 'x'.repeat(1024 * 1024))] })
    expect(long.statusCode).toBe(413)
    expect((await readState()).draft.version).toBe(0)
  })

  test.each([
    ['an unknown section', { id: 'a', kind: 'carousel', settings: {} }, '/sections/0/kind'],
    ['a title that is too long', section(0, '一'.repeat(21)), '/sections/0/settings/title'],
    [
      'an unknown setting',
      { id: 'a', kind: 'delivery', settings: { title: '', html: '<b>' } },
      '/sections/0/settings/html',
    ],
    ['a bidirectional control character', section(0, '联系\u202e'), '/sections/0/settings/title'],
    ['an unpaired surrogate', section(0, '联系\ud83c'), '/sections/0/settings/title'],
    ['a NUL', section(0, '联系\u0000'), '/sections/0/settings/title'],
  ])('is rejected for %s with the path of the field', async (_, wrong, path) => {
    const answer = await save({ ...base(), sections: [wrong] })
    expect([answer.statusCode, paths(answer)]).toEqual([400, [path]])
  })

  test('keeps markup and emoji in its texts as text', async () => {
    const title = '<script>1</script>🍎'
    await save({ ...base(), sections: [section(0, title)] })
    await publish(1)
    expect((await publishedLook()).sections[0]?.settings.title).toBe(title)
  })
})
