import { ApiError } from '../../../../server/api-error'
import type { AppSettings } from '../../../../server/dependencies'
import { lanAddresses } from '../../../../server/http/lan-addresses'
import type { OfferedWorld } from '../../../../server/modules/demo/demo-worlds'
import { signIn } from '../../support/api-client'
import { signInStaff, TOWN } from '../../support/centre'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'

const ready: OfferedWorld = {
  ...{ ports: { seller: 4190, buyer: 4191 }, isReady: true, resetAt: 7 },
  shop: { slug: 'abcd1234', key: 'ABCD-EFGH-JKMN-PQRS-TVWX' },
}

const worlds = {
  ports: [4190, 4191],
  find: jest.fn(async (): Promise<OfferedWorld | undefined> => undefined),
  open: jest.fn(async () => ready),
  reset: jest.fn(async () => ready),
  remove: jest.fn(async () => true),
}
const URL = `/api/centres/${TOWN}/demo`

let env: TestEnvironment
const start = async (settings: Partial<AppSettings> = {}) => {
  env = await createTestEnvironment({ demoWorlds: worlds, settings })
}
afterEach(async () => {
  jest.clearAllMocks()
  await env.app.close()
})

const openAt = async (host: string) => {
  const trainer = await signInStaff(env, TOWN, 'trainer')
  return (await trainer.call(`PUT ${URL}`, undefined, { host })).json<Record<string, unknown>>()
}

describe('the demo world of a trainer', () => {
  it('is returned with its addresses at the requested host', async () => {
    await start({ allowedHosts: ['laptop.local:4180'] })
    const phones = { seller: 'http://laptop.local:4190', buyer: 'http://laptop.local:4191' }
    expect(await openAt('laptop.local:4180')).toEqual({
      ...{ isReady: true, resetAt: 7, shop: ready.shop },
      ...{ here: phones, elsewhere: phones },
    })
  })

  it('has an address in the local network for other phones, when the browser is on the server itself', async () => {
    await start()
    const [lan = 'localhost'] = lanAddresses()
    expect(await openAt('localhost:4180')).toMatchObject({
      here: { seller: 'http://localhost:4190' },
      elsewhere: { seller: `http://${lan}:4190`, buyer: `http://${lan}:4191` },
    })
  })

  it('has addresses by the template behind a proxy, and the name of the network', async () => {
    const demo = { origins: 'https://demo-{port}.example.org', networkName: '沙坝服务站' }
    await start({ publicUrl: 'https://example.org', demo })
    const phones = { seller: 'https://demo-4190.example.org', buyer: 'https://demo-4191.example.org' }
    expect(await openAt('example.org')).toMatchObject({
      ...{ here: phones, elsewhere: phones, networkName: '沙坝服务站' },
    })
    expect(worlds.open).toHaveBeenCalledWith(expect.any(String), 'https://example.org')
  })

  it('belongs to the account, whatever the centre', async () => {
    await start()
    const trainer = await signInStaff(env, TOWN, 'trainer')
    const id = newId()
    await trainer.call(`GET ${URL}`)
    await trainer.call(`POST ${URL}/resets`, { id })
    await trainer.call(`DELETE ${URL}`)
    expect(worlds.find).toHaveBeenCalledWith(trainer.accountId)
    expect(worlds.reset).toHaveBeenCalledWith(trainer.accountId, expect.stringMatching(/^http:/), id)
    expect(worlds.remove).toHaveBeenCalledWith(trainer.accountId)
  })

  it('is offered to the staff of the centre only', async () => {
    await start()
    const [stranger, elsewhere] = [await signIn(env.app), await signInStaff(env, '621221111', 'trainer')]
    for (const who of [stranger, elsewhere])
      for (const route of [`GET ${URL}`, `PUT ${URL}`, `DELETE ${URL}`])
        expect((await who.call(route)).statusCode).toBe(404)
    expect((await stranger.call(`POST ${URL}/resets`, { id: newId() })).statusCode).toBe(404)
    expect(worlds.open).not.toHaveBeenCalled()
    expect(worlds.reset).not.toHaveBeenCalled()
  })

  it('is refused with demo-full while all places are taken', async () => {
    await start()
    worlds.open.mockRejectedValueOnce(new ApiError('demo-full'))
    expect(await openAt('localhost')).toMatchObject({ status: 409, code: 'demo-full' })
  })

  it('is refused with demo-unavailable by a server without demo worlds', async () => {
    env = await createTestEnvironment()
    const trainer = await signInStaff(env, TOWN, 'trainer')
    for (const route of [`GET ${URL}`, `PUT ${URL}`, `DELETE ${URL}`])
      expect((await trainer.call(route)).json()).toMatchObject({ status: 409, code: 'demo-unavailable' })
  })
})
