import { GENERATION_PATH } from '../../../server/http/pages/demo-site'
import { createFakeH5Build } from '../first-paint/fake-h5-build'
import { createTestEnvironment, type TestEnvironment } from '../support/test-environment'
import { openShop } from '../support/test-shop'

const BAR = '演示，都是假的'
const MAIN = 'http://192.168.1.7:4180'

const build = createFakeH5Build()
let real: TestEnvironment
let sealed: TestEnvironment
let hosts: readonly string[] = []

beforeAll(async () => {
  const h5Folder = build.folder
  real = await createTestEnvironment({ settings: { h5Folder } })
  sealed = await createTestEnvironment({
    settings: { h5Folder, offlinePages: false, sealedWorld: { generation: 'abc', hosts: () => hosts } },
  })
})
afterAll(async () => {
  await Promise.all([real.app.close(), sealed.app.close()])
  build.remove()
})
beforeEach(() => {
  hosts = []
})

const get = ({ app }: TestEnvironment, url: string) => app.inject({ url, headers: { accept: 'text/html' } })
const policyOf = async (env: TestEnvironment, url: string) =>
  String((await get(env, url)).headers['content-security-policy'])

describe('page of a demo world', () => {
  it('says that it is a demo: the shell, shops, goods and unknown addresses', async () => {
    const { slug, productId } = await openShop(sealed)
    for (const url of [
      '/',
      '/index.html',
      `/s/${slug}`,
      `/product?slug=${slug}&id=${productId}`,
      '/s/nowhere',
      '/nowhere',
    ]) {
      const { body } = await get(sealed, url)
      expect([url, body.split(BAR).length - 1]).toEqual([url, 1])
    }
  })

  it('runs only scripts that its policy allows', async () => {
    const { body, headers } = await get(sealed, '/')
    const inline = [...body.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script)
    expect(inline.join()).toContain('"abc"')
    const hashes = String(headers['content-security-policy']).match(/'sha256-[^']+'/g)
    expect(hashes?.length).toBeGreaterThanOrEqual(inline.length)
  })

  it('may be shown in frames only by the server that offers the world', async () => {
    expect(await policyOf(sealed, '/')).toContain("frame-ancestors 'none'")
    hosts = [MAIN]
    const { headers } = await get(sealed, '/')
    expect(headers['content-security-policy']).toContain(`frame-ancestors ${MAIN};`)
    expect(headers['x-frame-options']).toBeUndefined()
    hosts = [MAIN, 'http://localhost:4180']
    expect(await policyOf(sealed, '/home')).toContain(`frame-ancestors ${MAIN} http://localhost:4180;`)
  })

  it('never lets the API be shown in frames', async () => {
    hosts = [MAIN]
    expect(await policyOf(sealed, '/api/health')).toContain("frame-ancestors 'none'")
  })

  it('can check whether its world is still the same', async () => {
    const reply = await get(sealed, GENERATION_PATH)
    expect([reply.body, reply.headers['cache-control']]).toEqual(['abc', 'no-store'])
  })
})

describe('page of the real world', () => {
  it('has no bar, no script and no address of a demo', async () => {
    const { slug } = await openShop(real)
    for (const url of ['/', `/s/${slug}`]) {
      const { body } = await get(real, url)
      expect(body).not.toContain(BAR)
      expect(body).not.toContain('demo')
    }
    expect((await real.app.inject({ url: GENERATION_PATH, headers: { accept: '*/*' } })).body).not.toBe('abc')
    expect((await real.app.inject({ url: '/demo-player.js' })).statusCode).toBe(404)
  })

  it('is never shown in frames', async () => {
    const { headers } = await get(real, '/')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-frame-options']).toBe('DENY')
  })

  it('shows no frames unless the server offers demo worlds', async () => {
    expect(await policyOf(real, '/')).not.toContain('frame-src')
    const ports = [4190, 4191]
    const nothing = async () => undefined
    const demoWorlds = { ports, find: nothing, open: jest.fn(), reset: jest.fn(), remove: jest.fn() }
    const offering = await createTestEnvironment({ demoWorlds, settings: { h5Folder: build.folder } })
    expect(await policyOf(offering, '/')).toContain('frame-src http://*:4190 http://*:4191;')
    await offering.app.close()
    const demo = { origins: 'https://demo-{port}.example.org', networkName: undefined }
    const proxied = await createTestEnvironment({ demoWorlds, settings: { h5Folder: build.folder, demo } })
    expect(await policyOf(proxied, '/')).toContain(
      'frame-src https://demo-4190.example.org https://demo-4191.example.org;',
    )
    await proxied.app.close()
  })
})
