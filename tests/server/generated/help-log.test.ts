import type { Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { validRequest } from './requests/valid-requests'
import { withScenario } from './scenario'
import { bearer, sendAsRole } from './send-as-role'
import { toWireRequest } from './send-request'
import { Tally } from './status-tally'

const names = (Object.keys(routes) as RouteName[]).filter(
  (name) => (routes[name] as Route).help !== undefined,
)
const tally = new Tally('log of helpers')

const scenario = withScenario(tally)

const readSteps = () =>
  scenario.env.deps.db.query.selectFrom('help_step').select(['id', 'action', 'done', 'account_id']).execute()

describe('write by a helper', () => {
  it.each(names)('%s adds one entry to the log, and none when the owner sends it', async (name) => {
    const { classroom, a } = scenario
    const role = routes[name].access === 'opener' ? 'opener' : 'helper'
    const helper = classroom[role]
    const isByHelper = routes[name].access !== 'giver'
    const request = toWireRequest(await validRequest(name, scenario))
    const before = new Set((await readSteps()).map(({ id }) => id))
    const sender = isByHelper ? helper : a.owner
    const wire = { ...request, headers: { ...request.headers, ...bearer(sender.token) } }
    const answer = await sendAsRole(scenario, tally, name, wire, isByHelper ? role : 'owner')
    expect(answer.statusCode).toBe(200)
    const added = (await readSteps()).filter(({ id }) => !before.has(id))
    const entry = { action: (routes[name] as Route).help, done: 1, account_id: helper.accountId }
    expect(added).toEqual(isByHelper ? [expect.objectContaining(entry)] : [])
  })
})
