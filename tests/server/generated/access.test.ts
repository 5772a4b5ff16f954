import { type RouteName, routes } from '@/contract/routes'
import type { OpenRequest } from '../../../server/modules/opening/open-shop'
import { createRecording } from '../../support/voice-recording'
import { signInOperator } from '../support/operator'
import { picture } from '../support/pictures'
import { LONG, someOf } from '../support/some-of'
import { newId } from '../support/test-environment'
import { type Role, roles, table } from './access-table'
import { FORM_TYPE, filePart, formOf } from './requests/multipart-form'
import { validRequest, variantsOf } from './requests/valid-requests'
import { type Scenario, signInWithCookie, takeSnapshot, withScenario } from './scenario'
import { bearer, sendAsRole } from './send-as-role'
import { toWireRequest, type WireRequest } from './send-request'
import { Tally } from './status-tally'

const names = Object.keys(routes) as RouteName[]
const tally = new Tally('access')

const scenario = withScenario(tally)
let jpeg: Buffer
const spoken = createRecording(300)
beforeAll(async () => {
  jpeg = await picture(40, 30, '#557755').jpeg().toBuffer()
})

test('the access table lists exactly the existing routes', () => {
  expect(Object.keys(table).sort()).toEqual([...names].sort())
})

const clientsOf = ({ a, b, classroom, stranger, operator }: Scenario) => ({
  stranger,
  operator,
  county: classroom.county,
  keeper: classroom.keeper,
  teacher: classroom.teacher,
  'other trainer': classroom.otherTrainer,
  screen: classroom.screen,
  learner: classroom.learner,
  opener: classroom.opener,
  helper: classroom.helper,
  buyer: a.buyer,
  'other buyer': b.buyer,
  'other owner': b.owner,
  owner: a.owner,
})

/** Returns a valid request about shop a without credentials. */
async function requestWithoutAuth(name: RouteName, variant = 0): Promise<WireRequest> {
  const request = await validRequest(name, scenario, variant)
  // photos belong to their uploader
  if (name === 'PUT /api/shops/:shopId') request.body = withoutPhotos(request.body as OpenRequest)
  if (name.endsWith('/orders/:orderId/steps')) request.body = { id: newId(), action: 'cancel' }
  if ('upload' in routes[name]) {
    const path = name.replace(':shopId', scenario.a.shop.shopId).replace(/:\w+Id/, newId())
    const [method, url] = path.split(' ') as [string, string]
    const file = filePart(name.includes('voice') ? spoken : jpeg)
    return { method, url, headers: { 'content-type': FORM_TYPE }, payload: formOf([file]) }
  }
  const { headers, ...wire } = toWireRequest(request)
  const { authorization: _, ...rest } = headers
  return { ...wire, headers: rest }
}

const withoutPhotos = (request: OpenRequest): OpenRequest => ({
  ...request,
  products: request.products.map((product) => ({ ...product, photos: [] })),
})

const sendAs = (name: string, wire: WireRequest, role: Role) => sendAsRole(scenario, tally, name, wire, role)

const withHeaders = (wire: WireRequest, headers: WireRequest['headers']): WireRequest => ({
  ...wire,
  headers: { ...wire.headers, ...headers },
})

/** Requests that end the sessions of who sends them. */
const ENDING: RouteName[] = ['DELETE /api/sessions/current', 'DELETE /api/me/data']

/** Returns a token for a role; a fresh one where the request signs out, so that the scenario keeps its sessions. */
async function tokenOf(name: RouteName, role: Exclude<Role, 'nobody'>): Promise<string> {
  if (name === 'DELETE /api/operator/session' && role === 'operator')
    return (await signInOperator(scenario.env)).token
  return ENDING.includes(name)
    ? (await signInWithCookie(scenario.env)).token
    : clientsOf(scenario)[role].token
}

const isAdmitted = (name: RouteName, role: Role) => (table[name]?.[role] ?? 0) < 400

/** The roles that send a request: in the short run half of those that the table admits, and some of those that it refuses. */
function rolesFor(name: RouteName): Role[] {
  const [admitted, refused] = [true, false].map((is) => roles.filter((role) => isAdmitted(name, role) === is))
  const at = names.indexOf(name)
  return [...someOf(admitted ?? [], 2, at), ...someOf(refused ?? [], 6, at)]
}

/** The number of variants that a role sends: in the short run one is refused. */
function variantsFor(name: RouteName, role: Role): number {
  if (!LONG && !isAdmitted(name, role)) return 1
  // the third variant uses a shop key, which makes any account an owner
  return name === 'POST /api/sessions' ? 2 : variantsOf(name)
}

/** Requests that make an account an operator. */
const SIGNING_IN: RouteName[] = ['POST /api/operator/session', 'POST /api/operator/session/passkey']

/** Makes everybody whom a link or a passkey has made an operator what they were before. */
const endNewOperators = () =>
  scenario.env.deps.db.query
    .deleteFrom('operator_session')
    .where('account_id', '!=', scenario.operator.accountId)
    .execute()

describe.each(names)('%s', (name) => {
  if (SIGNING_IN.includes(name)) afterAll(endNewOperators)

  test.each(rolesFor(name))('answers %s as the access table says', async (role) => {
    for (let variant = 0; variant < variantsFor(name, role); variant++) {
      const wire = await requestWithoutAuth(name, variant)
      const headers = role === 'nobody' ? {} : bearer(await tokenOf(name, role))
      const answer = await sendAs(name, withHeaders(wire, headers), role)
      expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([table[name]?.[role], expect.anything()])
    }
  })

  const needsSignIn = table[name]?.nobody === 401

  // the short run tries tokens and cookies with every third route
  if (!LONG && names.indexOf(name) % 3 !== 0) return

  test('rejects a revoked or unknown token, also beside a valid cookie', async () => {
    const revoked = await signInWithCookie(scenario.env)
    await revoked.call('DELETE /api/sessions/current')
    const tries: [role: Role, headers: WireRequest['headers']][] = [
      ['nobody', bearer(revoked.token)],
      ['nobody', bearer('A'.repeat(43))],
      ['nobody', { cookie: `kz_device=${revoked.cookie}` }],
      ['nobody', { cookie: `kz_device=${'A'.repeat(43)}` }],
      ['owner', { ...bearer(revoked.token), cookie: `kz_device=${scenario.a.owner.cookie}` }],
    ]
    const wire = await requestWithoutAuth(name)
    for (const [role, headers] of someOf(tries, 8, names.indexOf(name))) {
      const before = await takeSnapshot(scenario.env)
      const { statusCode } = await sendAs(name, withHeaders(wire, headers), role)
      if (!needsSignIn) continue
      expect([headers, statusCode]).toEqual([headers, 401])
      expect(await takeSnapshot(scenario.env)).toBe(before)
    }
  })

  test('accepts the cookie of the owner from its own origin only', async () => {
    const ownCookie = { cookie: `kz_device=${scenario.a.owner.cookie}`, host: 'shop.example' }
    const foreign = [
      'https://evil.example',
      'null',
      'http://shop.example.evil.example',
      'http://evil.example/shop.example',
      'garbage',
    ]
    const wire = await requestWithoutAuth(name)
    for (const origin of someOf(foreign, 8, names.indexOf(name))) {
      const before = await takeSnapshot(scenario.env)
      const { statusCode } = await sendAs(name, withHeaders(wire, { ...ownCookie, origin }), 'owner')
      if (name.startsWith('GET ')) continue
      expect([origin, statusCode]).toEqual([origin, 401])
      expect(await takeSnapshot(scenario.env)).toBe(before)
    }
    if (name === 'DELETE /api/sessions/current') return
    for (const more of [{}, { origin: 'http://shop.example' }]) {
      const answer = await sendAs(
        name,
        withHeaders(await requestWithoutAuth(name), { ...ownCookie, ...more }),
        'owner',
      )
      expect([more, answer.statusCode]).toEqual([more, table[name]?.owner])
    }
  })

  if (needsSignIn)
    test('rejects an expired token', async () => {
      const expired = await signInWithCookie(scenario.env)
      scenario.env.advance(401 * 86_400_000)
      const { statusCode } = await sendAs(
        name,
        withHeaders(await requestWithRandomIds(name), bearer(expired.token)),
        'nobody',
      )
      expect(statusCode).toBe(401)
      scenario.env.advance(-401 * 86_400_000)
    })
})

/** Returns a request with random ids, since no session of the scenario is valid while the clock is ahead. */
async function requestWithRandomIds(name: RouteName): Promise<WireRequest> {
  const [method, url] = name.replace(/:[A-Za-z]+/g, newId()).split(' ') as [string, string]
  return { method, url, headers: {} }
}
