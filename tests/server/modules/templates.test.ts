import { lookFaults } from '@/templates/check'
import { lookFrom } from '@/templates/registry'
import { call } from '../support/person'
import { makeWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.app.close())

const get = (headers: Record<string, string> = {}) =>
  call(world.app, 'GET /api/templates', undefined, headers)

test('anyone is told every template, each with words, and a look can be made of each', async () => {
  const { items } = (await get()).json()
  const told = world.deps.looks.templates
  expect(items.map(({ name }: { name: string }) => name)).toEqual(told.map(({ name }) => name))
  for (const item of items) {
    expect(item.title).toMatch(/\p{Script=Han}/u)
    expect(item.description).toMatch(/\p{Script=Han}/u)
    expect(lookFaults(lookFrom(item))).toEqual([])
  }
})

test('who has them already is told so', async () => {
  const { etag } = (await get()).headers
  const again = await get({ 'if-none-match': String(etag) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})
