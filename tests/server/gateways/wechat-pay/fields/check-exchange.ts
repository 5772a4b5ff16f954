import type { WechatPayRole } from '@/domain/payment-rights'
import { decryptResource, type EncryptedResource } from '../../../../../server/gateways/wechat-pay/secret-box'
import type { Exchange } from '../../fields/capture'
import {
  anything,
  type Call,
  type Field,
  findCall,
  findFaults,
  may,
  must,
  text,
} from '../../fields/field-table'
import { calls, envelope, notices } from './tables'

/** The merchant whose requests are checked. */
export interface Party {
  role: WechatPayRole
  apiKey: string
}

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

/** Requests of the server's client; a test and the pages of people have other agents. */
const isOfClient = ({ headers }: Exchange) => headers.get('user-agent') === 'kaizhang'

const isNotice = ({ headers }: Exchange) => {
  const signature = headers.get('wechatpay-signature')
  // probes have no resource
  return signature !== null && !signature.startsWith('WECHATPAY/SIGNTEST/')
}

/** The messages of an exchange; none for one that is not between the server and WeChat Pay. @throws Error for a call without a table. */
export function partsOf(exchange: Exchange, party: Party): Part[] {
  if (isNotice(exchange)) return partsOfNotice(exchange, party)
  return isOfClient(exchange) ? partsOfCall(exchange, party) : []
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

function partsOfNotice({ body }: Exchange, { role, apiKey }: Party): Part[] {
  const message = JSON.parse(String(body)) as { event_type: string; resource: EncryptedResource }
  const event = message.event_type
  const resource: unknown = JSON.parse(decryptResource(apiKey, message.resource))
  const known = notices.filter(({ events, docs }) => events.includes(event) && docs[role] !== undefined)
  const [table] = known
    .map((one) => ({ ...one, faults: findFaults(resource, one.fields, role).length }))
    .sort((one, other) => one.faults - other.faults)
  if (!table) throw new Error(`no document describes the notice ${event} for the role ${role}`)
  const { name } = table
  return [
    { table: name, kind: 'notice', message, fields: envelope(event) },
    { table: name, kind: 'resource', message: resource, fields: table.fields },
  ]
}

/** What in exchanges is not as documented. */
export const faultsOf = (exchanges: readonly Exchange[], party: Party): string[] =>
  exchanges.flatMap((exchange) =>
    partsOf(exchange, party).flatMap(({ table, kind, message, fields }) =>
      findFaults(message, fields, party.role).map((fault) => `${table}, ${kind}: ${fault}`),
    ),
  )
