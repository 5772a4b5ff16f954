import { randomBytes } from 'node:crypto'
import type { SigningMerchant } from '../../../../mock-server/wechat-pay/merchants'
import { WechatPaySimulator } from '../../../../mock-server/wechat-pay/simulator'
import { createCertificateReader } from '../../../../server/gateways/wechat-pay/certificates'
import { createWechatPay } from '../../../../server/gateways/wechat-pay/gateway'
import { sealingKeyOf } from '../../../../server/gateways/wechat-pay/signature'
import { createCertifiedKey, createCertifiedKeys } from '../../../support/platform-keys'
import { keyPair } from './test-bed'

const NOW = Date.parse('2026-11-25T10:00:00+08:00')
const DAY = 24 * 3_600_000

const merchant: SigningMerchant = {
  ...{ role: 'direct', mchid: '1900000001', serial: '5157F09EFDC096DE', publicKey: keyPair.publicKey },
  ...{ apiKey: 'a'.repeat(32), appids: ['wxself000001'], sellers: {}, allowsH5: true },
}
const keys = createCertifiedKeys(NOW - 30 * DAY)
const former = createCertifiedKey(NOW - 360 * DAY)

let simulator: WechatPaySimulator
beforeEach(async () => {
  simulator = await WechatPaySimulator.start([merchant], { clock: () => NOW, keys })
  simulator.signer.signsBy = 'certificate'
})
afterEach(() => simulator.close())

const deps = { clock: () => NOW, random: (bytes: number) => randomBytes(bytes) }

/** The server of a merchant who was given one certificate. */
function connect(given = former, apiKey = merchant.apiKey) {
  const settings = {
    role: 'direct' as const,
    ...{ baseUrl: simulator.origin, apiKey, keys: new Map([[given.serial, given.publicKey]]) },
    merchant: { ...merchant, appid: 'wxself000001', privateKey: keyPair.privateKey },
  } as const
  return { settings, gateway: createWechatPay(settings, deps), read: createCertificateReader(settings, deps) }
}

const payment = { number: 'TEST00000001', merchant: merchant.mchid }

describe('createCertificateReader', () => {
  it('adds a newer certificate, which verifies replies and encrypts from then on', async () => {
    const { settings, gateway, read } = connect()
    await expect(gateway.statement('2026-11-20')).rejects.toMatchObject({ code: 'unknown-serial' })
    await read?.()
    await gateway.statement('2026-11-20')
    expect(sealingKeyOf(settings.keys)[0]).toBe(keys.certificate.serial)
    expect([...settings.keys.keys()]).toEqual([former.serial, keys.certificate.serial])
    await read?.()
    expect(settings.keys.size).toBe(2)
  })

  it('rejects certificates that are encrypted with another APIv3 key', async () => {
    const { settings, read } = connect(former, 'b'.repeat(32))
    await expect(read?.()).rejects.toMatchObject({ kind: 'forged', code: 'undecipherable' })
    expect([...settings.keys.keys()]).toEqual([former.serial])
  })

  it('rejects a reply that another key has signed', async () => {
    const { settings, read } = connect()
    jest.spyOn(simulator.signer, 'sign').mockImplementation((body, now) => simulator.signer.forge(body, now))
    await expect(read?.()).rejects.toMatchObject({ kind: 'forged', code: 'wrong' })
    expect(settings.keys.size).toBe(1)
  })

  it('verifies by a certificate that is not valid yet, and encrypts with the one before', async () => {
    const certificate = createCertifiedKey(NOW + DAY)
    await simulator.close()
    simulator = await WechatPaySimulator.start([merchant], {
      clock: () => NOW,
      keys: { ...keys, certificate },
    })
    simulator.signer.signsBy = 'certificate'
    const { settings, gateway, read } = connect()
    await read?.()
    await gateway.statement('2026-11-20')
    expect(sealingKeyOf(settings.keys)[0]).toBe(former.serial)
  })

  it('reads none when it was given the public key as well', () => {
    expect(connect(keys.publicKey).read).toBeUndefined()
  })

  it('keeps the given certificate while WeChat Pay does not answer', async () => {
    const { gateway, read } = connect(keys.certificate)
    simulator.faults.failing = 1
    await expect(read?.()).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await gateway.query(payment)).toMatchObject({ state: 'open' })
  })
})
