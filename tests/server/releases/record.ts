import { readFileSync, writeFileSync } from 'node:fs'
import {
  type Captured,
  capture,
  type Exchange,
  fillIn,
  pathOf,
  type Recording,
  type WalkStep,
} from './exchange'
import { firstWalk } from './first-walk'
import { walk } from './walk'

// Walks through a running server of a release and writes what it was sent and what it answered. `scripts/record-release.mjs` starts it.
const [origin = '', contractFile = '', outFile = '', invitation = ''] = process.argv.slice(2)

/** Entries of a list that are kept. */
const MAX_ITEMS = 3

/** A value without secrets, and with the first entries of its long lists. */
function sanitize(value: unknown, secrets: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((one) => sanitize(one, secrets))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, sanitize(one, secrets)]))
  if (typeof value !== 'string') return value
  return [...secrets].reduce((text, [secret, name]) => text.replaceAll(secret, `$${name}`), value)
}

const secretsOf = (captured: Captured): ReadonlyMap<string, string> =>
  new Map(
    [...captured].flatMap(([name, value]) =>
      typeof value === 'string' && value.length > 3 ? [[value, name] as const] : [],
    ),
  )

async function perform(step: WalkStep, accept: string, captured: Captured): Promise<Exchange> {
  const token = captured.get(`${step.as}Token`)
  const body = step.route.includes('look-draft') ? captured.get('look') : fillIn(step.body, captured)
  const response = await fetch(origin + pathOf(step, captured), {
    method: step.route.split(' ')[0] ?? '',
    headers: {
      accept,
      ...(token === undefined ? {} : { authorization: `Bearer ${String(token)}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const reply: unknown = await response.json()
  capture(step, reply, captured)
  const secrets = secretsOf(captured)
  return {
    ...step,
    ...(body === undefined ? {} : { body: sanitize(body, secrets) }),
    status: response.status,
    reply: sanitize(reply, secrets),
  }
}

const { accept, isFirst, ...contract } = JSON.parse(readFileSync(contractFile, 'utf8')) as Omit<
  Recording,
  'exchanges'
> & { isFirst: boolean }
const captured: Captured = new Map([['invitation', invitation]])
const exchanges: Exchange[] = []
for (const step of isFirst ? firstWalk : walk) exchanges.push(await perform(step, accept, captured))
const used = new Set(exchanges.map(({ route }) => route))
const replies = Object.fromEntries(Object.entries(contract.replies).filter(([route]) => used.has(route)))
writeFileSync(outFile, `${JSON.stringify({ accept, exchanges, ...contract, replies })}\n`)
for (const { status, route, body, reply } of exchanges)
  if (status >= 400) console.log(status, route, JSON.stringify(body), JSON.stringify(reply).slice(0, 160))
console.log(`${exchanges.length} exchanges in ${outFile}`)
