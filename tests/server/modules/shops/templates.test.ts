import { createLook } from '@/templates/bundled-templates'
import { validateLook } from '@/templates/validate-look'
import { call } from '../../support/api-client'
import { environmentPerFile } from '../../support/test-environment'

const env = environmentPerFile()

const get = (headers: Record<string, string> = {}) => call(env.app, 'GET /api/templates', undefined, headers)

test('GET /api/templates lists every template with its texts, and each yields a valid look', async () => {
  const { items } = (await get()).json()
  const expected = env.deps.looks.templates
  expect(items.map(({ name }: { name: string }) => name)).toEqual(expected.map(({ name }) => name))
  for (const item of items) {
    expect(item.title).toMatch(/\p{Script=Han}/u)
    expect(item.description).toMatch(/\p{Script=Han}/u)
    expect(validateLook(createLook(item))).toEqual([])
  }
})

test('GET /api/templates answers 304 for a known ETag', async () => {
  const { etag } = (await get()).headers
  const again = await get({ 'if-none-match': String(etag) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})
