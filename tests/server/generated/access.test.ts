import { type RouteName, routes } from '@/contract/routes'
import type { OpenRequest } from '../../../server/modules/shops/open-shop'
import { recording } from '../../support/voice'
import { picture } from '../support/pictures'
import { newId } from '../support/world'
import { type Role, roles, table } from './access-table'
import { FORM_TYPE, filePart, formOf } from './form'
import { type Wire, wireOf } from './send'
import { arrive, type Stage, stateOf, withStage } from './stage'
import { Tally } from './tally'
import { bearer, tryAs } from './try-as'
import { validRequest, variantsOf } from './valid-requests'

const names = Object.keys(routes) as RouteName[]
const tally = new Tally('who may do what')

let stage: Stage
let jpeg: Buffer
const spoken = recording(300)
withStage(tally, (made) => {
  stage = made
})
beforeAll(async () => {
  jpeg = await picture(40, 30, '#557755').jpeg().toBuffer()
})

test('every route has its line in the table, and every line its route', () => {
  expect(Object.keys(table).sort()).toEqual([...names].sort())
})

const peopleOf = ({ a, b, stranger }: Stage) => ({
  stranger,
  buyer: a.buyer,
  'other buyer': b.buyer,
  'other owner': b.owner,
  owner: a.owner,
})

/** A right request about shop a, without anybody's name on it. */
async function unsigned(name: RouteName, variant = 0): Promise<Wire> {
  const asked = await validRequest(name, stage, variant)
  // photos belong to who sent them
  if (name === 'PUT /api/shops/:shopId') asked.body = withoutPhotos(asked.body as OpenRequest)
  if (name.endsWith('/steps')) asked.body = { id: newId(), action: 'cancel' }
  if ('upload' in routes[name]) {
    const [method, url] = name.replace(/:\w+Id/, newId()).split(' ') as [string, string]
    const file = filePart(name.includes('voice') ? spoken : jpeg)
    return { method, url, headers: { 'content-type': FORM_TYPE }, payload: formOf([file]) }
  }
  const { headers, ...wire } = wireOf(asked)
  const { authorization: _, ...rest } = headers
  return { ...wire, headers: rest }
}

const withoutPhotos = (request: OpenRequest): OpenRequest => ({
  ...request,
  products: request.products.map((product) => ({ ...product, photos: [] })),
})

const tried = (name: string, wire: Wire, role: Role) => tryAs(stage, tally, name, wire, role)

const signed = (wire: Wire, headers: Wire['headers']): Wire => ({
  ...wire,
  headers: { ...wire.headers, ...headers },
})

/** A signing out must not take the people of the stage away. */
async function tokenOf(name: RouteName, role: Exclude<Role, 'nobody'>): Promise<string> {
  return name === 'DELETE /api/sessions/current'
    ? (await arrive(stage.world)).token
    : peopleOf(stage)[role].token
}

describe.each(names)('%s', (name) => {
  test.each(roles)('by %s', async (role) => {
    // with a shop's key one becomes an owner, whoever one was: that is what a key is for
    const variants = name === 'POST /api/sessions' ? 2 : variantsOf(name)
    for (let variant = 0; variant < variants; variant++) {
      const wire = await unsigned(name, variant)
      const headers = role === 'nobody' ? {} : bearer(await tokenOf(name, role))
      const answer = await tried(name, signed(wire, headers), role)
      expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([table[name]?.[role], expect.anything()])
    }
  })

  const closed = table[name]?.nobody === 401

  test('by a token that was given back, one that is none, and one beside a cookie that is good', async () => {
    const gone = await arrive(stage.world)
    await gone.call('DELETE /api/sessions/current')
    const tries: [role: Role, headers: Wire['headers']][] = [
      ['nobody', bearer(gone.token)],
      ['nobody', bearer('A'.repeat(43))],
      ['nobody', { cookie: `kz_device=${gone.cookie}` }],
      ['nobody', { cookie: `kz_device=${'A'.repeat(43)}` }],
      ['owner', { ...bearer(gone.token), cookie: `kz_device=${stage.a.owner.cookie}` }],
    ]
    for (const [role, headers] of tries) {
      const wire = await unsigned(name)
      const before = await stateOf(stage.world)
      const { statusCode } = await tried(name, signed(wire, headers), role)
      if (!closed) continue
      expect([headers, statusCode]).toEqual([headers, 401])
      expect(await stateOf(stage.world)).toBe(before)
    }
  })

  test("by the owner's cookie alone: from our pages yes, from another site never", async () => {
    const own = { cookie: `kz_device=${stage.a.owner.cookie}`, host: 'shop.example' }
    const foreign = [
      'https://evil.example',
      'null',
      'http://shop.example.evil.example',
      'http://evil.example/shop.example',
      'garbage',
    ]
    for (const origin of foreign) {
      const wire = await unsigned(name)
      const before = await stateOf(stage.world)
      const { statusCode } = await tried(name, signed(wire, { ...own, origin }), 'owner')
      if (name.startsWith('GET ')) continue
      expect([origin, statusCode]).toEqual([origin, 401])
      expect(await stateOf(stage.world)).toBe(before)
    }
    if (name === 'DELETE /api/sessions/current') return
    for (const more of [{}, { origin: 'http://shop.example' }]) {
      const answer = await tried(name, signed(await unsigned(name), { ...own, ...more }), 'owner')
      expect([more, answer.statusCode]).toEqual([more, 200])
    }
  })

  if (closed)
    test('by a token that is over', async () => {
      const late = await arrive(stage.world)
      stage.world.pass(401 * 86_400_000)
      const { statusCode } = await tried(
        name,
        signed(await unsignedLater(name), bearer(late.token)),
        'nobody',
      )
      expect(statusCode).toBe(401)
      stage.world.pass(-401 * 86_400_000)
    })
})

/** While the clock is ahead nobody of the stage can sign, so only the address matters. */
async function unsignedLater(name: RouteName): Promise<Wire> {
  const [method, url] = name.replace(/:[A-Za-z]+/g, newId()).split(' ') as [string, string]
  return { method, url, headers: {} }
}
