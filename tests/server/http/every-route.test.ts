import type { Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { failures } from '@/domain/failure'
import { call } from '../support/person'
import { makeWorld, newId, type World } from '../support/world'

const all = Object.entries(routes) as [RouteName, Route][]
const names = (fits: (route: Route) => boolean) =>
  all.filter(([, route]) => fits(route)).map(([name]) => name)

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.app.close())

/** A route's address, with ids of nothing. */
const addressed = (name: RouteName) => name.replace(/:[A-Za-z]+/g, newId())

const problem = (answer: { body: string; headers: Record<string, unknown>; statusCode: number }) => {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const body = JSON.parse(answer.body)
  expect(body.status).toBe(answer.statusCode)
  expect(Object.keys(failures)).toContain(body.code)
  expect(body.title).not.toBe(body.code)
  return body
}

test('the table is not empty, and every part of it is tried below', () => {
  expect(all.length).toBeGreaterThan(20)
  expect(names((route) => route.access !== 'anyone').length).toBeGreaterThan(15)
  expect(names((route) => route.body !== undefined).length).toBeGreaterThan(7)
})

test.each(all.map(([name]) => name))('%s: another method is 405 and says which there are', async (name) => {
  const answer = await call(world.app, addressed(name).replace(/^[A-Z]+/, 'PATCH'))
  expect(problem(answer).status).toBe(405)
  expect(String(answer.headers.allow).split(', ')).toContain(name.split(' ')[0])
})

test('an unknown address of the API is not found', async () => {
  for (const route of ['GET /api', 'GET /api/nothing', 'POST /api/shops', 'DELETE /nothing', 'GET /%zz'])
    expect([400, 404]).toContain(problem(await call(world.app, route)).status)
})
