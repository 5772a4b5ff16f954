import type { SigningMerchant } from '../../../../../mock-server/wechat-pay/merchants'
import { decryptResource, type EncryptedResource } from '../../../../../server/gateways/wechat-pay/secret-box'
import type { Exchange } from '../../fields/capture'
import {
  anything,
  type Call,
  type Field,
  findCall,
  findErrors,
  type Message,
  may,
  must,
  text,
} from '../../fields/field-table'
import { calls, envelope, notices } from './tables'

/** The merchant whose requests and notices are checked. */
type Party = Pick<SigningMerchant, 'role' | 'mchid' | 'serial' | 'apiKey'>

/** One message of an exchange, and the table that describes it. */
export interface Part {
  table: string
  kind: 'query' | 'body' | 'reply' | 'error' | 'notice' | 'resource'
  message: unknown
  fields: readonly Field[]
}

const error: readonly Field[] = [
  text('code', must, { max: 32 }),
  text('message', must, { max: 256 }),
  anything('detail', may),
]

/** True for a request of the server's client; tests and people have other agents. */
function isOf({ headers }: Exchange, { mchid, serial }: Party): boolean {
  const signer = headers.get('authorization') ?? ''
  const names = [`mchid="${mchid}"`, `serial_no="${serial}"`]
  return headers.get('user-agent') === 'kaizhang' && names.every((name) => signer.includes(name))
}

/** The resource of a notice to a party; `undefined` for what is no notice, or for somebody else. */
function resourceOf({ headers, body }: Exchange, { apiKey }: Party): Message | undefined {
  const signature = headers.get('wechatpay-signature')
  // probes have no resource
  if (signature === null || signature.startsWith('WECHATPAY/SIGNTEST/')) return undefined
  const { resource } = JSON.parse(String(body)) as { resource: EncryptedResource }
  try {
    return JSON.parse(decryptResource(apiKey, resource)) as Message
  } catch {
    return undefined
  }
}

/** The messages of an exchange between the server and WeChat Pay for one merchant. @throws Error for a call without a table. */
export function partsOf(exchange: Exchange, party: Party): Part[] {
  if (isOf(exchange, party)) return partsOfCall(exchange, party)
  const resource = resourceOf(exchange, party)
  return resource ? partsOfNotice(exchange, party, resource) : []
}

function partsOfCall(exchange: Exchange, { role }: Party): Part[] {
  const { method, url, reply } = exchange
  const call = findCall(calls, { method, path: url.pathname })
  if (!call || call.docs[role] === undefined)
    throw new Error(`no document describes ${method} ${url.pathname} for the role ${role}`)
  const part = (kind: Part['kind'], message: unknown, fields: readonly Field[] = []): Part => ({
    ...{ table: call.name, kind, message, fields },
  })
  const answer = reply ? partsOfReply(call, reply, part) : []
  // a test sends wrong fields to see them refused
  if (answer.some(({ message }) => (message as { code?: unknown }).code === 'PARAM_ERROR')) return answer
  return [
    part('query', Object.fromEntries(url.searchParams), call.query),
    ...(method === 'POST' ? [part('body', bodyOf(exchange, call), call.body)] : []),
    ...answer,
  ]
}

function bodyOf({ body, headers }: Exchange, { isSealed }: Call): unknown {
  if (typeof body !== 'string') return { ...body, meta: JSON.parse(body.meta ?? '') }
  if (isSealed && !headers.get('wechatpay-serial')) throw new Error('a sealed body does not name its key')
  return JSON.parse(body)
}

function partsOfReply(
  call: Call,
  { status, text: received }: NonNullable<Exchange['reply']>,
  part: (kind: Part['kind'], message: unknown, fields?: readonly Field[]) => Part,
): Part[] {
  if (status >= 400) return [part('error', JSON.parse(received), error)]
  if (call.reply === 'file') return []
  if (call.reply) return [part('reply', JSON.parse(received), call.reply)]
  if (status !== 204 || received !== '') throw new Error(`${call.name} answers ${status} ${received}`)
  return []
}

function partsOfNotice({ body }: Exchange, { role }: Party, resource: Message): Part[] {
  const message = JSON.parse(String(body)) as { event_type: string }
  const event = message.event_type
  const known = notices.filter(({ events, docs }) => events.includes(event) && docs[role] !== undefined)
  const [table] = known
    .map((one) => ({ ...one, errors: findErrors(resource, one.fields, role).length }))
    .sort((one, other) => one.errors - other.errors)
  if (!table) throw new Error(`no document describes the notice ${event} for the role ${role}`)
  const { name } = table
  return [
    { table: name, kind: 'notice', message, fields: envelope(event) },
    { table: name, kind: 'resource', message: resource, fields: table.fields },
  ]
}

/** Throws what in exchanges of several merchants is not as documented, each error once. */
export function checkExchanges(exchanges: readonly Exchange[], parties: readonly Party[]): void {
  const errors = parties.flatMap((party) => errorsOf(exchanges, party))
  if (errors.length > 0) throw new Error([...new Set(errors)].join('\n'))
}

/** What in exchanges is not as documented. */
export const errorsOf = (exchanges: readonly Exchange[], party: Party): string[] =>
  exchanges.flatMap((exchange) =>
    partsOf(exchange, party).flatMap(({ table, kind, message, fields }) =>
      findErrors(message, fields, party.role).map((error) => `${table}, ${kind}: ${error}`),
    ),
  )
