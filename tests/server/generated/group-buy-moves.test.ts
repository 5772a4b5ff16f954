import { type GroupBuyState, groupBuyStates } from '@/domain/group-buy/group-buy'
import { type ApiClient, call, signIn } from '../support/api-client'
import { signInStaff, TOWN } from '../support/centre'
import {
  countsOf,
  type GroupBuyInState,
  groupBuyInState,
  readRows,
  storedRow,
} from '../support/stories/group-buy-in-state'
import { environmentPerFile, type TestEnvironment } from '../support/test-environment'
import { openShop } from '../support/test-shop'
import { type Caller, callers, groupBuyTable, type Outcome, type TableRequest } from './group-buy-table'
import { OTHER_TOWN, shareShop } from './scenario'

const env = environmentPerFile()

type Client = Pick<ApiClient, 'call'>

/** A client of each caller. Those who have no right in the shop are the same for all group buys. */
const strangers = async (env: TestEnvironment) => ({
  helper: await signInStaff(env, OTHER_TOWN, 'trainer'),
  trainer: await signInStaff(env, TOWN, 'trainer'),
  'other owner': (await openShop(env)).owner,
  'other buyer': await signIn(env.app),
  nobody: { call: (route: string, body?: object) => call(env.app, route, body) } satisfies Client,
})

let others: Awaited<ReturnType<typeof strangers>>
beforeAll(async () => {
  others = await strangers(env)
})

async function clientOf({ shop, buyer }: GroupBuyInState, caller: Caller): Promise<Client> {
  if (caller === 'owner') return shop.owner
  if (caller === 'buyer') return buyer
  if (caller === 'helper') await shareShop(shop.owner, shop.shopId, others.helper)
  return others[caller]
}

function outcomeOf({ by }: TableRequest, caller: Caller, state: GroupBuyState): Outcome {
  if (caller === 'nobody') return { refused: 'signed-out' }
  return by[caller]?.[state] ?? { refused: 'not-found' }
}

const send = (client: Client, request: TableRequest, groupBuy: GroupBuyInState) =>
  client.call(request.route(groupBuy), request.body?.(groupBuy, env))

describe.each(Object.entries(groupBuyTable))('a request that %s', (_, request) => {
  it.each(groupBuyStates)(
    'is answered to each role as the table says while the group buy is %s',
    async (state) => {
      const refusing = await groupBuyInState(env, state)
      for (const caller of callers) {
        const outcome = outcomeOf(request, caller, state)
        const groupBuy = 'to' in outcome ? await groupBuyInState(env, state) : refusing
        expect((await storedRow(env, groupBuy))?.state).toBe(state)
        const client = await clientOf(groupBuy, caller)
        const before = await readRows(env, groupBuy)
        const answer = await send(client, request, groupBuy)
        const reply = { caller, outcome, status: answer.statusCode, body: answer.json() }
        if ('refused' in outcome) {
          expect(reply).toMatchObject({ body: { code: outcome.refused } })
        } else {
          const body = 'same' in outcome ? outcome.same : (request.answer ?? {})
          expect(reply).toMatchObject({ status: 200, body })
        }
        if (!('to' in outcome)) {
          expect(await readRows(env, groupBuy)).toEqual(before)
          continue
        }
        await env.app.worker.runDue()
        const next = outcome.to === 'removed' ? undefined : outcome.to
        expect({ caller, state: (await storedRow(env, groupBuy))?.state }).toEqual({ caller, state: next })
        const { counted, actual } = await countsOf(env, groupBuy)
        expect(counted).toEqual(actual)
      }
    },
  )
})
