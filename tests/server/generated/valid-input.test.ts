import type { TSchema } from '@sinclair/typebox'
import type { Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { matchesSchema } from './matches-schema'
import { RequestChecker } from './request-checker'
import { validRequest, variantsOf } from './requests/valid-requests'
import { withScenario } from './scenario'
import { toWireRequest } from './send-request'
import { Tally } from './status-tally'

const names = Object.keys(routes) as RouteName[]
const tally = new Tally('valid requests')

const scenario = withScenario(tally)

const routeOf = (name: RouteName): Route => routes[name]
const bodyOf = (name: RouteName): TSchema => routeOf(name).body as TSchema

test.each(names)('%s accepts a valid request', async (name) => {
  for (let variant = 0; variant < variantsOf(name); variant++) {
    if (routeOf(name).upload) continue
    const request = await validRequest(name, scenario, variant)
    if (request.body !== undefined) expect(matchesSchema(bodyOf(name), request.body)).toBe(true)
    const checker = new RequestChecker(scenario, tally)
    expect(
      await checker.send(name, 'a valid request', toWireRequest(request), { verdict: 'schema-valid' }),
    ).toBe(true)
  }
})
