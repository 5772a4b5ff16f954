import { readFileSync } from 'node:fs'
import { readSettings } from '../../../server/settings'
import { SetupError } from '../../../server/setup-error'

describe('readSettings for demo worlds', () => {
  it('turns demo worlds off by default', () => {
    expect(readSettings({}).demo).toBeUndefined()
    expect(readSettings({ DEMO_PORTS: 'off' }).demo).toBeUndefined()
  })

  it('reads ranges and lists of ports', () => {
    expect(readSettings({ DEMO_PORTS: '4190-4193, 4200' }).demo).toEqual({
      ...{ ports: [4190, 4191, 4192, 4193, 4200], origins: undefined, networkName: undefined },
    })
  })

  it('reads addresses behind a proxy and the name of a network', () => {
    const env = {
      ...{ DEMO_PORTS: '4190-4191', PUBLIC_URL: 'https://example.org', DEMO_NETWORK_NAME: '沙坝服务站' },
      DEMO_ORIGINS: 'https://Demo-{port}.example.org/',
    }
    expect(readSettings(env).demo).toEqual({
      ...{ ports: [4190, 4191], origins: 'https://demo-{port}.example.org', networkName: '沙坝服务站' },
    })
  })

  it.each([
    [{ DEMO_PORTS: '4190' }, 'two ports or more'],
    [{ DEMO_PORTS: '4199-4190' }, 'DEMO_PORTS is "4199-4190"'],
    [{ DEMO_PORTS: '4190,4190' }, 'DEMO_PORTS'],
    [{ DEMO_PORTS: '1-65535' }, 'DEMO_PORTS'],
    [{ DEMO_PORTS: '0-3' }, 'DEMO_PORTS'],
    [{ DEMO_PORTS: '70000-70001' }, 'DEMO_PORTS'],
    [{ DEMO_ORIGINS: 'https://demo.example.org' }, '{port}'],
    [{ DEMO_ORIGINS: 'demo-{port}' }, 'DEMO_ORIGINS is "demo-{port}"'],
    [{ DEMO_ORIGINS: 'https://demo-{port}.example.org/path' }, 'DEMO_ORIGINS'],
    [{ DEMO_NETWORK_NAME: 'x'.repeat(33) }, 'DEMO_NETWORK_NAME'],
    [{ DEMO_PORTS: '4190-4191', PUBLIC_URL: 'https://example.org' }, 'set PUBLIC_URL and DEMO_ORIGINS'],
    [{ DEMO_PORTS: '4190-4191', DEMO_ORIGINS: 'https://demo-{port}.example.org' }, 'set PUBLIC_URL'],
  ])('refuses %j', (env, message) => {
    expect(() => readSettings(env)).toThrow(SetupError)
    expect(() => readSettings(env)).toThrow(message)
  })

  it('has its settings listed in .env.example', () => {
    const example = readFileSync('.env.example', 'utf8')
    for (const name of ['DEMO_PORTS', 'DEMO_ORIGINS', 'DEMO_NETWORK_NAME'])
      expect(example).toContain(`${name}=`)
  })
})
