import { Script } from 'node:vm'
import { builtSite } from '../first-paint/built-site'
import { makeWorld } from '../support/world'

const built = builtSite()
afterAll(() => built.remove())

async function served(offlinePages: boolean) {
  const world = await makeWorld({ settings: { h5Folder: built.folder, offlinePages } })
  const answer = await world.app.inject({ url: '/sw.js' })
  await world.app.close()
  return answer
}

test('the worker names the files of the build, is a script, and is asked about every time', async () => {
  const { statusCode, headers, body } = await served(true)
  expect(statusCode).toBe(200)
  expect(headers).toMatchObject({
    'content-type': expect.stringMatching(/^text\/javascript/),
    'cache-control': 'no-cache',
  })
  expect(headers['content-security-policy']).toContain("worker-src 'self'")
  expect(() => new Script(body)).not.toThrow()
  for (const file of ['/js/app.0123abcd.js', '/js/shop.0123abcd.js', '/css/shop.0123abcd.css'])
    expect(body).toContain(`"${file}"`)
})

test('another build is another worker', async () => {
  const before = (await served(true)).body
  built.change('index.html', (html) => html.replace('window.size = 1', 'window.size = 2'))
  expect((await served(true)).body).not.toBe(before)
})

test('switched off, it ends what was there', async () => {
  const { body } = await served(false)
  expect(body).toContain('unregister')
  expect(body).not.toContain('/js/')
  expect(() => new Script(body)).not.toThrow()
})
