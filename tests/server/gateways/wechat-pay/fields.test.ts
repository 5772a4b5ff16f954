import type { WechatPayRole } from '@/domain/payment/payment-rights'
import { authorize } from '../../../../server/gateways/wechat-pay/signature'
import { someOf } from '../../support/some-of'
import type { Exchange } from '../fields/capture'
import { type Field, findErrors, type Message } from '../fields/field-table'
import { mutate } from '../fields/mutate-fields'
import { errorsOf, type Part, partsOf } from './fields/check-exchange'
import { examples } from './fields/examples'
import { driveApplications, drivePayments, drivePayouts } from './fields/flows'
import {
  decryptNotice,
  type ForeignKeys,
  isSignedByPlatform,
  isSignedRequest,
  openSealed,
} from './fields/foreign'
import { calls, NOT_USED, notices } from './fields/tables'
import { createTestBed, keyPair, type TestBed, wechatPayRoles } from './test-bed'

const beds = new Map<WechatPayRole, TestBed>()
const bedOf = (role: WechatPayRole) => beds.get(role) as TestBed
/** The messages that passed in each role. */
const parts = new Map<WechatPayRole, Part[]>()
const partsIn = (role: WechatPayRole) => parts.get(role) ?? []

beforeAll(async () => {
  for (const role of wechatPayRoles) {
    const bed = await createTestBed(role)
    beds.set(role, bed)
    await drivePayments(bed)
    if (role === 'platform') await driveApplications(bed)
    if (role === 'platform') await drivePayouts(bed)
    bed.stopCapture()
    const { exchanges, signing } = bed
    parts.set(
      role,
      exchanges.flatMap((exchange) => partsOf(exchange, signing)),
    )
  }
})
afterAll(async () => {
  // what is not as documented is reported above
  await Promise.allSettled([...beds.values()].map((bed) => bed.close()))
})

const foreignKeysOf = ({ simulator, signing }: TestBed): ForeignKeys => ({
  ...{ merchant: keyPair.publicKey, platform: simulator.signer.publicKeys(), apiKey: signing.apiKey },
})

/** One message of each kind, table and set of fields. */
function distinct(all: readonly Part[]): Part[] {
  const shapeOf = (value: unknown): string =>
    value !== null && typeof value === 'object'
      ? `{${Object.entries(value).map(([name, part]) => `${name}${shapeOf(part)}`)}}`
      : ''
  const stateOf = ({ message }: Part) => {
    const { trade_state, status, refund_status, applyment_state } = message as Message
    return [trade_state, status, refund_status, applyment_state].join()
  }
  return [
    ...new Map(
      all.map((part) => [`${part.table} ${part.kind} ${shapeOf(part.message)} ${stateOf(part)}`, part]),
    ).values(),
  ]
}

/** What a failed refund to a card names. */
const CARD = ['6210980000000001', '收款人']

/** The personal texts of the papers that are sent. */
const PERSONAL = [
  ...['学员一', '11010519491231002X', '6222020000000000000', '2706010109000000001', '13900000001'],
  ...['甘肃省陇南市成县沙坝镇 1 号', 'seller@example.org', '学员一的小店'],
]

describe.each(wechatPayRoles)('messages in the role %s', (role) => {
  it('are as the documents of WeChat Pay describe them', () => {
    const { exchanges, signing } = bedOf(role)
    expect(errorsOf(exchanges, signing)).toEqual([])
    expect(partsIn(role).length).toBeGreaterThan(60)
  })

  it('are no longer as documented when any single field changes', () => {
    const mutations = distinct(partsIn(role)).flatMap(({ table, kind, message, fields }) =>
      mutate(message as Message, fields, role).map(({ title, message: changed }) => ({
        title: `${table}, ${kind}: ${title}`,
        errors: findErrors(changed, fields, role),
      })),
    )
    expect(mutations.filter(({ errors }) => errors.length === 0)).toEqual([])
    expect(mutations.length).toBeGreaterThan(1000)
  })

  it('are signed and encrypted as an independent library expects', () => {
    const bed = bedOf(role)
    const keys = foreignKeysOf(bed)
    const seen = { requests: 0, replies: 0, notices: 0 }
    for (const exchange of bed.exchanges) {
      const [part] = partsOf(exchange, bed.signing)
      if (!part) continue
      if (part.kind === 'notice') {
        const body = String(exchange.body)
        const [, resource] = partsOf(exchange, bed.signing)
        expect(isSignedByPlatform(exchange.headers, body, keys)).toBe(true)
        expect(decryptNotice(body, keys)).toEqual(resource?.message)
        expect(isSignedByPlatform(exchange.headers, `${body} `, keys)).toBe(false)
        seen.notices++
        continue
      }
      expect(isSignedRequest(exchange, keys)).toBe(true)
      expect(isSignedRequest({ ...exchange, method: 'PUT' }, keys)).toBe(false)
      seen.requests++
      const { reply } = exchange
      // a file is not signed
      if (!reply || exchange.url.pathname === '/v3/billdownload/file') continue
      expect(isSignedByPlatform(reply.headers, reply.text, keys)).toBe(true)
      seen.replies++
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThanOrEqual(5)
  })

  it('have personal fields that an independent library decrypts', () => {
    const { exchanges, signing, simulator } = bedOf(role)
    const opened = exchanges.flatMap((exchange) => {
      const body = partsOf(exchange, signing).find(({ kind }) => kind === 'body')?.message
      const key = simulator.signer.privateKeyOf(exchange.headers.get('wechatpay-serial') ?? undefined)
      return key ? openSealed(body, key) : []
    })
    expect(new Set(opened)).toEqual(new Set([...(role === 'platform' ? PERSONAL : []), ...CARD]))
  })

  it('are refused by the simulator when a field of a request changes', async () => {
    const bed = bedOf(role)
    const bodies = requestsWithBody(bed.exchanges, partsIn(role))
    const accepted: string[] = []
    for (const [at, { exchange, part }] of bodies.entries())
      for (const { title, message } of someOf(mutate(part.message as Message, part.fields, role), 4, at)) {
        const code = await codeOf(bed, exchange, JSON.stringify(message))
        if (code !== 'PARAM_ERROR') accepted.push(`${part.table}: ${title} ${code}`)
      }
    expect(accepted).toEqual([])
    expect(bodies.length).toBeGreaterThanOrEqual(4)
  })
})

/** One request of each call and set of fields whose body is JSON, with the message of that body. */
function requestsWithBody(exchanges: readonly Exchange[], all: readonly Part[]) {
  const sent = new Set(distinct(all.filter(({ kind }) => kind === 'body')))
  return exchanges.flatMap((exchange) => {
    const { method, body, headers } = exchange
    if (method !== 'POST' || typeof body !== 'string' || headers.get('user-agent') !== 'kaizhang') return []
    const part = [...sent].find(({ message }) => JSON.stringify(message) === body)
    if (part) sent.delete(part)
    return part ? [{ exchange, part }] : []
  })
}

/** The code with which the simulator answers a request that was sent before, with another body. */
async function codeOf(
  { simulator, merchant }: TestBed,
  { url, headers }: Exchange,
  body: string,
): Promise<string> {
  const timestamp = Math.floor(simulator.now() / 1000)
  const nonce = crypto.randomUUID()
  const authorization = authorize(merchant, {
    ...{ method: 'POST', path: url.pathname + url.search, body, timestamp, nonce },
  })
  const response = await fetch(url, {
    ...{ method: 'POST', body },
    headers: { ...Object.fromEntries(headers), authorization, 'user-agent': 'a test', connection: 'close' },
  })
  const text = await response.text()
  return text === '' ? String(response.status) : ((JSON.parse(text) as { code?: string }).code ?? 'accepted')
}

describe('tables of WeChat Pay', () => {
  const all = [...calls, ...notices]
  const fields = [
    ...calls.flatMap(({ query = [], body = [], reply }) => [
      ...query,
      ...body,
      ...(Array.isArray(reply) ? reply : []),
    ]),
    ...notices.flatMap((notice) => notice.fields),
  ] as Field[]
  const uses = (table: { name: string; docs: object }) =>
    Object.keys(table.docs).map((role) => `${table.name} (${role})`)

  it('are used in every role that may call, but for those that wait for a feature', () => {
    const used = new Set(
      wechatPayRoles.flatMap((role) => partsIn(role).map(({ table }) => `${table} (${role})`)),
    )
    const unused = all.flatMap(uses).filter((use) => !used.has(use))
    expect(unused.sort()).toEqual(Object.keys(NOT_USED).sort())
  })

  it.each(examples)('accept an example of $table ($role, $kind), and none of its changes', (example) => {
    const { table, kind, role, message } = example
    const call = calls.find(({ name }) => name === table)
    const fields = call?.[kind]
    if (!Array.isArray(fields)) throw new Error(`no table of ${table}`)
    expect(call?.docs[role]).toBeDefined()
    expect(findErrors(message, fields, role)).toEqual([])
    const unnoticed = mutate(message, fields, role).filter(
      (changed) => findErrors(changed.message, fields, role).length === 0,
    )
    expect(unnoticed).toEqual([])
  })

  it('cite a document for every call and notice', () => {
    const cited = [
      ...all.flatMap(({ docs }) => Object.values(docs)),
      ...fields.flatMap(({ doc = [] }) => doc),
    ]
    expect(cited.length).toBeGreaterThan(40)
    for (const doc of cited)
      expect(doc).toMatch(/^((merchant|partner)\/40\d{8}|docs\/[a-z0-9/-]+\.html|wiki\/doc\/[\w/]+\.shtml)$/)
  })

  it('say of every text how long it may be or which values it has', () => {
    const endless = fields.filter(({ kind, max, unverified }) => kind === 'text' && !max && !unverified)
    expect(endless.map(({ path }) => path)).toEqual([])
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })
})
