import Ajv from 'ajv'
import { invite } from '../../../server/modules/centres/invite'
import { TOWN } from '../support/centre'
import { environmentPerTest, newId } from '../support/test-environment'
import type { Captured, Exchange, Recording, StateTable } from './exchange'
import { type Answer, readRecording, replay, type Send } from './replay'

const env = environmentPerTest()

const send: Send = async (method, url, headers, body) => {
  // orders are listed by their time
  env.advance(1000)
  const answer = await env.app.inject({
    method: method as 'GET',
    url,
    headers,
    ...(body === undefined ? {} : { payload: body as object }),
  })
  return { status: answer.statusCode, reply: answer.json<unknown>() }
}

/** Apps ignore fields that they do not know. */
function withoutLimits(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutLimits)
  if (schema === null || typeof schema !== 'object') return schema
  const { additionalProperties, ...rest } = schema as Record<string, unknown>
  const fields = Object.entries(rest).map(([key, value]) => [key, withoutLimits(value)])
  return Object.fromEntries(
    additionalProperties === undefined || additionalProperties === false
      ? fields
      : [...fields, ['additionalProperties', withoutLimits(additionalProperties)]],
  )
}

function createChecks({ replies, problem }: Recording) {
  const ajv = new Ajv({ strict: false, discriminator: true })
  const compile = (schema: object) => ajv.compile(withoutLimits(schema) as object)
  const checkProblem = compile(problem)
  const checks = new Map(Object.entries(replies).map(([route, schema]) => [route, compile(schema)]))
  return ({ route }: Exchange, { status, reply }: Answer): string[] => {
    const check = status < 400 ? checks.get(route) : checkProblem
    return check?.(reply)
      ? []
      : (check?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}

interface Order {
  id: string
  state: string
  afterSale: string
  payment: { state: string }
  number: number
  total: number
}

const isOrder = (value: unknown): value is Order =>
  typeof value === 'object' && value !== null && 'state' in value && 'number' in value && 'total' in value

/** All orders in a reply. */
function ordersIn(value: unknown): Order[] {
  if (isOrder(value)) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(ordersIn) : []
}

/** A buyer's list of orders has fewer fields. */
const factsOf = (order: Order) => {
  const { id, state, number, total } = order
  const whole = 'goods' in order && { afterSale: order.afterSale, payment: order.payment.state }
  return { id, state, number, total, ...whole }
}

const offers = (table: StateTable, state: string, action: string, by: string): boolean =>
  table[state]?.some((step) => step.action === action && step.by.includes(by)) ?? false

/** True if an app of the release offers the step of an exchange for the order as it was read last. */
function isOffered({ tables }: Recording, { as, body }: Exchange, order: Order): boolean {
  const { action } = body as { action: string }
  const by = as === 'seller' ? 'owner' : 'buyer'
  return (
    offers(tables.orders, order.state, action, by) ||
    offers(tables.claims, order.afterSale, action, by) ||
    offers(tables.payments, order.payment.state, action, by)
  )
}

const isStep = ({ route, status }: Exchange): boolean => route.endsWith('/steps') && status === 200

/** Failures that an app of the release gets from this server and did not get from its own. */
async function findDifferences(recording: Recording): Promise<string[]> {
  const differences: string[] = []
  const check = createChecks(recording)
  const orders = new Map<string, Order>()
  const steps = new Set<string>()
  const { code } = await env.deps.db.withTx((tx) =>
    invite(env.deps, tx, { centre: TOWN, id: newId(), role: 'keeper', name: '站长' }),
  )
  const captured: Captured = new Map([['invitation', code]])
  await replay(recording, send, captured, (exchange, answer) => {
    const name = `${exchange.as} ${exchange.route} ${JSON.stringify(exchange.body ?? exchange.query ?? '')}`
    if (answer.status !== exchange.status)
      differences.push(`${name}: ${answer.status} ${JSON.stringify(answer.reply)}`)
    differences.push(...check(exchange, answer).map((error) => `${name}: ${error}`))
    const { orderId = '' } = exchange.params ?? {}
    const { id = '' } = (exchange.body ?? {}) as { id?: string }
    const known = orders.get(orderId)
    if (isStep(exchange) && known && !steps.has(id) && !isOffered(recording, exchange, known))
      differences.push(`${name}: not offered at ${known.state}, ${known.afterSale}`)
    steps.add(id)
    const read = ordersIn(answer.reply)
    for (const order of read) orders.set(order.id, order)
    const shown = JSON.stringify(read.slice(0, 3).map(factsOf))
    const expected = JSON.stringify(ordersIn(exchange.reply).map(factsOf))
    if (shown !== expected) differences.push(`${name}: ${shown} instead of ${expected}`)
  })
  return differences
}

describe('a server of today', () => {
  it('answers the apps of the release without an accepting step as their own server did', async () => {
    expect(await findDifferences(readRecording('v0.1.0-1'))).toEqual([])
  })

  it('answers the apps of the release with an accepting step as their own server did', async () => {
    expect(await findDifferences(readRecording('v0.1.0-2'))).toEqual([])
  })
})
