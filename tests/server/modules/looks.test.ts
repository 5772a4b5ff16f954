import type { Look, LookOutline } from '@/domain/look'
import { lookOf } from '@/templates/registry'
import { HISTORY } from '../../../server/modules/looks/publish-look'
import { changesOf, withShopLock } from '../../../server/modules/shops/shop-lock'
import { type Person, signIn } from '../support/person'
import { type OpenedShop, openShop } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

interface State {
  draft: Look
  published: Look
  history: { version: number; at: number; template: string; outline: LookOutline }[]
}

let world: World
let shop: OpenedShop
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(async () => {
  shop = await openShop(world)
})
afterAll(() => world.app.close())

const stateOf = async (): Promise<State> =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/look`)).json()
const save = (look: object, by: Person = shop.owner) =>
  by.call(`PUT /api/shops/${shop.shopId}/look-draft`, look)
const publish = (draftVersion: number, id = newId()) =>
  shop.owner.call(`POST /api/shops/${shop.shopId}/look/publish`, { id, draftVersion })
const shown = async (): Promise<Look> =>
  (await shop.owner.call(`GET /api/storefronts/${shop.slug}`)).json().look

/** A look told apart by the roundness of its corners. */
const round = (look: Look, radius: number): Look => ({ ...look, theme: { ...look.theme, radius } })

describe('the draft', () => {
  test('waits for what is changing its shop, and changes nothing that is kept for buyers', async () => {
    const { draft } = await stateOf()
    const { db } = world.deps
    const kept = await changesOf(db.query, shop.slug)
    let saved = false
    let end: () => void = () => undefined
    const changing = withShopLock(db, shop.shopId, () => new Promise<void>((resolve) => (end = resolve)))
    const saving = save(round(draft, 7)).then((answer) => {
      saved = true
      return answer.statusCode
    })
    // it has every chance to be there too early
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(saved).toBe(false)
    end()
    await changing
    expect(await saving).toBe(200)
    expect(await changesOf(db.query, shop.slug)).toBe((kept ?? 0) + 1)
  })

  test('is what buyers see until there is one, and changes nothing for them', async () => {
    const { draft, published, history } = await stateOf()
    expect(draft).toEqual({ ...published, version: 0 })
    const outline = { theme: draft.theme, sections: expect.any(Array) }
    expect(history).toEqual([{ version: 1, at: expect.any(Number), template: 'woodgrain', outline }])
    const next = round(draft, 3)
    expect((await save(next)).json()).toEqual({ ...next, version: 1 })
    expect(await shown()).toEqual(published)
    expect((await stateOf()).draft).toEqual({ ...next, version: 1 })
  })

  test('sent again answers the same, one made from an older draft is told what is so now', async () => {
    const { draft } = await stateOf()
    const first = await save(round(draft, 3))
    expect((await save(round(draft, 3))).json()).toEqual(first.json())
    const late = await save(round(draft, 4))
    expect([late.statusCode, late.json()]).toMatchObject([
      409,
      { code: 'version-conflict', current: first.json() },
    ])
    expect((await save(round({ ...draft, version: 7 }, 4))).json().code).toBe('version-conflict')
    expect((await stateOf()).draft.theme.radius).toBe(3)
  })

  test('of two devices at once one is kept, the other is told', async () => {
    const other = await signIn(world.app)
    await other.call('POST /api/sessions', { provider: 'key', key: shop.key })
    const { draft } = await stateOf()
    const answers = await Promise.all([
      ...[1, 2, 3].map((radius) => save(round(draft, radius))),
      ...[4, 5, 6].map((radius) => save(round(draft, radius), other)),
    ])
    const kept = answers.filter(({ statusCode }) => statusCode === 200)
    expect(kept).toHaveLength(1)
    const now = (await stateOf()).draft
    expect(now).toEqual(kept[0]?.json())
    for (const answer of answers.filter((each) => each !== kept[0]))
      expect(answer.json()).toMatchObject({ code: 'version-conflict', current: now })
  })
})

describe('publishing', () => {
  test('shows the draft to buyers, once for an id', async () => {
    const { draft } = await stateOf()
    const { version } = (await save(round(draft, 3))).json()
    world.pass(1000)
    const id = newId()
    const state: State = (await publish(version, id)).json()
    expect(state.published).toMatchObject({ version: 2, theme: { radius: 3 } })
    expect(state.draft).toEqual({ ...state.published, version })
    expect(state.history.map((each) => each.version)).toEqual([2, 1])
    expect(state.history.map((each) => each.outline.theme.radius)).toEqual([3, draft.theme.radius])
    expect(state.history[0]?.at).toBeGreaterThan(state.history[1]?.at ?? Number.POSITIVE_INFINITY)
    expect(await shown()).toEqual(state.published)
    expect((await publish(version, id)).json()).toEqual(state)
    expect((await stateOf()).history).toHaveLength(2)
  })

  test('an older id answers what is so now, whatever was drafted since', async () => {
    const { draft } = await stateOf()
    const id = newId()
    await save(round(draft, 3))
    await publish(1, id)
    await save(round({ ...draft, version: 1 }, 4))
    expect((await publish(1, id)).json()).toMatchObject({
      draft: { theme: { radius: 4 } },
      published: { version: 2, theme: { radius: 3 } },
    })
  })

  test('another draft than the one that was seen is not shown', async () => {
    const { draft, published } = await stateOf()
    const now = (await save(round(draft, 3))).json()
    const answer = await publish(0)
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      { code: 'version-conflict', current: now },
    ])
    expect(await shown()).toEqual(published)
  })

  test('what buyers see already is not published again', async () => {
    const before = await stateOf()
    expect((await publish(0)).json()).toEqual(before)
    await save(round(before.draft, before.draft.theme.radius))
    expect((await publish(1)).json()).toMatchObject({ published: before.published, history: before.history })
  })

  test('the last twenty are kept, each as it was, and can be returned to', async () => {
    const { draft } = await stateOf()
    for (let version = 0; version < HISTORY + 3; version++) {
      await save(round({ ...draft, version }, version))
      await publish(version + 1)
    }
    const { history } = await stateOf()
    expect(history.map((each) => each.version)).toEqual(
      Array.from({ length: HISTORY }, (_, at) => HISTORY + 4 - at),
    )
    const past = (version: number) => shop.owner.call(`GET /api/shops/${shop.shopId}/look/history/${version}`)
    for (const { version } of history)
      expect((await past(version)).json()).toMatchObject({ version, theme: { radius: version - 2 } })
    expect((await past(4)).statusCode).toBe(404)
    const older: Look = (await past(10)).json()
    await save({ ...older, version: HISTORY + 3 })
    const back: State = (await publish(HISTORY + 4)).json()
    expect(back.published).toMatchObject({ version: HISTORY + 5, theme: { radius: 8 } })
  })

  test('the first look stays in the history of a shop that never published another', async () => {
    const answer = await shop.owner.call(`GET /api/shops/${shop.shopId}/look/history/1`)
    expect(answer.json()).toEqual((await stateOf()).published)
  })
})

describe('a hostile look', () => {
  const section = (at: number, title = '') => ({ id: `s-${at}`, kind: 'delivery', settings: { title } })
  const base = () => ({ ...(lookOf('woodgrain') as Look), version: 0 })
  const paths = (answer: { json(): { fields?: { path: string }[] } }) =>
    answer.json().fields?.map(({ path }) => path)

  test('of a thousand sections is refused, and so is one of a megabyte', async () => {
    const many = { ...base(), sections: Array.from({ length: 1000 }, (_, at) => section(at)) }
    const refused = await save(many)
    expect([refused.statusCode, paths(refused)]).toEqual([400, ['/sections']])
    const long = await save({ ...base(), sections: [section(0, 'x'.repeat(1024 * 1024))] })
    expect(long.statusCode).toBe(413)
    expect((await stateOf()).draft.version).toBe(0)
  })

  test.each([
    ['an unknown section', { id: 'a', kind: 'carousel', settings: {} }, '/sections/0/kind'],
    ['a title that is too long', section(0, '一'.repeat(21)), '/sections/0/settings/title'],
    [
      'a setting nobody knows',
      { id: 'a', kind: 'delivery', settings: { title: '', html: '<b>' } },
      '/sections/0/settings/html',
    ],
    ['a mark of direction', section(0, '联系\u202e'), '/sections/0/settings/title'],
    ['half a character', section(0, '联系\ud83c'), '/sections/0/settings/title'],
    ['a NUL', section(0, '联系\u0000'), '/sections/0/settings/title'],
  ])('with %s is refused by name', async (_, wrong, path) => {
    const answer = await save({ ...base(), sections: [wrong] })
    expect([answer.statusCode, paths(answer)]).toEqual([400, [path]])
  })

  test('script in its words is text, and a whole character of two halves is one', async () => {
    const title = '<script>1</script>🍎'
    await save({ ...base(), sections: [section(0, title)] })
    await publish(1)
    expect((await shown()).sections[0]?.settings.title).toBe(title)
  })
})
