import { Script } from 'node:vm'
import { createFakeH5Build } from '../first-paint/fake-h5-build'
import { createTestEnvironment } from '../support/test-environment'

const built = createFakeH5Build()
afterAll(() => built.remove())

async function served(offlinePages: boolean) {
  const env = await createTestEnvironment({ settings: { h5Folder: built.folder, offlinePages } })
  const answer = await env.app.inject({ url: '/sw.js' })
  await env.app.close()
  return answer
}

test('/sw.js lists the files of the build, is a valid script and is revalidated on each load', async () => {
  const { statusCode, headers, body } = await served(true)
  expect(statusCode).toBe(200)
  expect(headers).toMatchObject({
    'content-type': expect.stringMatching(/^text\/javascript/),
    'cache-control': 'no-cache',
  })
  expect(headers['content-security-policy']).toContain("worker-src 'self'")
  expect(() => new Script(body)).not.toThrow()
  const shop = [
    '/js/app.0123abcd.js',
    '/js/shop.0123abcd.js',
    '/css/shop.0123abcd.css',
    '/js/cart.0123abcd.js',
  ]
  for (const file of shop) expect(body).toContain(`"${file}"`)
})

test('/sw.js differs between builds', async () => {
  const before = (await served(true)).body
  built.change('index.html', (html) => html.replace('window.size = 1', 'window.size = 2'))
  expect((await served(true)).body).not.toBe(before)
})

test('/sw.js contains no manifest when offline pages are off, so that the worker unregisters', async () => {
  const { statusCode, body } = await served(false)
  expect([statusCode, body]).toEqual([200, 'start(self.kzManifest)'])
})
