import type { Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { failures } from '@/domain/failure'
import { call } from '../support/api-client'
import { environmentPerFile, newId } from '../support/test-environment'

const all = Object.entries(routes) as [RouteName, Route][]
const names = (matches: (route: Route) => boolean) =>
  all.filter(([, route]) => matches(route)).map(([name]) => name)

const env = environmentPerFile()

/** Returns the route with random ids in its path. */
const withRandomIds = (name: RouteName) => name.replace(/:[A-Za-z]+/g, newId())

const problem = (answer: { body: string; headers: Record<string, unknown>; statusCode: number }) => {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const body = JSON.parse(answer.body)
  expect(body.status).toBe(answer.statusCode)
  expect(Object.keys(failures)).toContain(body.code)
  expect(body.title).not.toBe(body.code)
  return body
}

test('the route table is complete enough for the tests below', () => {
  expect(all.length).toBeGreaterThan(20)
  expect(names((route) => route.access !== 'anyone').length).toBeGreaterThan(15)
  expect(names((route) => route.body !== undefined).length).toBeGreaterThan(7)
})

test.each(all.map(([name]) => name))(
  '%s answers 405 with the allowed methods for another method',
  async (name) => {
    const answer = await call(env.app, withRandomIds(name).replace(/^[A-Z]+/, 'PATCH'))
    expect(problem(answer).status).toBe(405)
    expect(String(answer.headers.allow).split(', ')).toContain(name.split(' ')[0])
  },
)

test('an unknown API path answers 404 with a problem document', async () => {
  for (const route of ['GET /api', 'GET /api/nothing', 'POST /api/shops', 'DELETE /nothing', 'GET /%zz'])
    expect([400, 404]).toContain(problem(await call(env.app, route)).status)
})

test('a resource that does not exist answers 404 with the title "Not found."', async () => {
  const answer = await call(env.app, 'GET /api/storefronts/nowhere')
  expect(problem(answer)).toMatchObject({ status: 404, code: 'not-found', title: 'Not found.' })
})
