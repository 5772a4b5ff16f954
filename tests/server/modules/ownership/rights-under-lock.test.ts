import type { LightMyRequestResponse } from 'fastify'
import { type RouteName, routes } from '@/contract/routes'
import { onPostgres } from '../../support/database'
import { codeCases } from '../../support/forfeiting/code-cases'
import type { ForfeitingCase } from '../../support/forfeiting/forfeiting-case'
import { operatorCases } from '../../support/forfeiting/operator-cases'
import { ownerCases } from '../../support/forfeiting/owner-cases'
import { ROUTES_WITHOUT_LOCKED_RIGHT } from '../../support/forfeiting/routes-without-locked-right'
import { staffCases } from '../../support/forfeiting/staff-cases'
import { environmentPerTest } from '../../support/test-environment'
import { createTxGate, type TxGate } from '../../support/tx-gate'

const FORFEITING_CASES = [...ownerCases, ...codeCases, ...staffCases, ...operatorCases]

/** All cases on one engine. The short run takes a few on the other: SQLite has a single writer, PostgreSQL has writers side by side. */
const casesOn = (isEngine: boolean) =>
  isEngine || process.env.KZ_LONG === '1' ? FORFEITING_CASES : FORFEITING_CASES.slice(0, 5)

const env = environmentPerTest()
let gate: TxGate
beforeEach(async () => {
  gate = createTxGate(env)
})

/** What a right, or the loss of one, is stored in. */
const TABLES = [
  ...(['account', 'identity', 'session', 'shop', 'shop_owner', 'shop_key'] as const),
  ...(['paper_card', 'handover', 'help', 'staff', 'invitation'] as const),
  ...([
    'lesson',
    'lesson_screen',
    'learner',
    'socket_ticket',
    'operator_session',
    'operator_passkey',
    'consent',
  ] as const),
]

async function readRights(): Promise<Record<string, object[]>> {
  const rows: Record<string, object[]> = {}
  for (const table of TABLES)
    rows[table] = (await env.deps.db.query.selectFrom(table).selectAll().execute()).sort((one, other) =>
      JSON.stringify(one) < JSON.stringify(other) ? -1 : 1,
    )
  return rows
}

const expectRefused = (name: string, answer: LightMyRequestResponse, { code }: ForfeitingCase) =>
  expect([name, answer.statusCode, answer.json().code]).toEqual([name, expect.any(Number), code])

describe('every route that changes who owns a shop, ends it or issues a right', () => {
  it('is among the routes with a locked right, or says why it needs none', () => {
    const writing = Object.keys(routes).filter((name) => !name.startsWith('GET ')) as RouteName[]
    const locked = new Set(FORFEITING_CASES.map(([name]) => name))
    const known = (name: RouteName) => [locked.has(name), name in ROUTES_WITHOUT_LOCKED_RIGHT]
    expect(writing.filter((name) => known(name).filter(Boolean).length !== 1)).toEqual([])
    const names = [...locked, ...Object.keys(ROUTES_WITHOUT_LOCKED_RIGHT)]
    expect(names.filter((name) => !(name in routes))).toEqual([])
  })

  it.each(casesOn(!onPostgres))(
    '%s refuses %s before its transaction, and changes nothing',
    async (name, _, prepare) => {
      for (let at = 1; ; at++) {
        const made = await prepare(env)
        if (at > (made.transactions ?? 1)) return
        let rights: object | undefined
        const lose = async () => {
          expect((await made.lose()).statusCode).toBe(200)
          rights = await readRights()
        }
        const answer = await gate.interrupt(at, lose, made.send)
        expectRefused(name, answer, made)
        expect(await readRights()).toEqual(rights)
      }
    },
  )

  it.each(casesOn(onPostgres))('%s waits for %s that is under way, and refuses', async (name, _, prepare) => {
    const made = await prepare(env)
    if (made.isOpen) return
    const [lost, answer] = await gate.overlap(made.lose, made.send)
    expect([name, lost.statusCode]).toEqual([name, 200])
    expectRefused(name, answer, made)
  })
})
