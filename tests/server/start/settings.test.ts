import { readFileSync } from 'node:fs'
import { readSettings } from '../../../server/settings'
import { SetupError } from '../../../server/setup-error'
import { checkNodeVersion } from '../../../server/start/node-version'

test('readSettings needs no setting', () => {
  expect(readSettings({})).toMatchObject({
    port: 4180,
    host: '0.0.0.0',
    rateLimits: true,
    offlinePages: true,
    trustProxy: false,
    publicUrl: undefined,
    databaseUrl: undefined,
    wechat: undefined,
  })
})

test('readSettings reads quotas and the storage reserve, with off and 0 for none', () => {
  expect(readSettings({})).toMatchObject({
    quotas: { shopsPerAccount: 5, productsPerShop: 2000, bytesPerShop: 1000 * 1024 * 1024 },
    storageReserve: 500 * 1024 * 1024,
  })
  expect(
    readSettings({ QUOTA_SHOPS_PER_ACCOUNT: '12', QUOTA_MB_PER_SHOP: 'off', STORAGE_RESERVE_MB: '0' }),
  ).toMatchObject({
    quotas: { shopsPerAccount: 12, bytesPerShop: Number.POSITIVE_INFINITY },
    storageReserve: 0,
  })
})

test('readSettings reads every setting', () => {
  const env = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: '/srv/data',
    DATABASE_URL: 'postgres://kaizhang:secret@db.example.org/shop',
    DATABASE_CONNECTIONS: '4',
    PUBLIC_URL: 'https://shop.example.org/',
    ALLOWED_HOSTS: 'Shop.example.org, any.test:*,192.168.1.7:8080',
    EXAMPLE_SHOP: 'abcd1234',
    OPERATOR_NAME: '示例服务社',
    OPERATOR_CONTACT: '19900000000',
    ICP_NUMBER: '示例备00000000号',
    RATE_LIMIT: 'off',
    OFFLINE_PAGES: 'off',
    TRUST_PROXY: 'on',
    WECHAT_APPID: 'wx1',
    WECHAT_SECRET: 's',
    WECHAT_PUSH_TOKEN: 'token',
    WECHAT_PUSH_KEY: 'A'.repeat(43),
  }
  const push = { token: 'token', aesKey: 'A'.repeat(43) }
  expect(readSettings(env)).toMatchObject({
    port: 0,
    host: '127.0.0.1',
    dataDir: '/srv/data',
    databaseUrl: 'postgres://kaizhang:secret@db.example.org/shop',
    databaseConnections: 4,
    publicUrl: 'https://shop.example.org',
    exampleShop: 'abcd1234',
    operator: { name: '示例服务社', contact: '19900000000', icp: '示例备00000000号' },
    rateLimits: false,
    offlinePages: false,
    trustProxy: ['loopback'],
    allowedHosts: ['shop.example.org', 'any.test:*', '192.168.1.7:8080'],
    wechat: {
      ...{ miniPrograms: [{ appid: 'wx1', secret: 's', push }], serviceAccount: undefined },
      ...{ baseUrl: 'https://api.weixin.qq.com', openUrl: 'https://open.weixin.qq.com' },
    },
  })
})

test.each([
  [{ PORT: 'http' }, 'PORT is "http"'],
  [{ PORT: '70000' }, 'PORT is "70000"'],
  [{ RATE_LIMIT: 'no' }, 'must be one of: on, off'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"'],
  [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY is "yes"'],
  [{ PUBLIC_URL: 'shop' }, 'PUBLIC_URL is "shop"'],
  [{ ALLOWED_HOSTS: 'a.example,https://b.example' }, 'ALLOWED_HOSTS names "https://b.example"'],
  [{ EXAMPLE_SHOP: '/s/abcd1234' }, "must be a shop's slug"],
  [{ OPERATOR_NAME: '示例服务社' }, 'OPERATOR_NAME and OPERATOR_CONTACT belong together'],
  [{ ICP_NUMBER: '示例备00000000号' }, 'OPERATOR_NAME and OPERATOR_CONTACT belong together'],
  [{ OPERATOR_NAME: '示'.repeat(61), OPERATOR_CONTACT: '19900000000' }, 'at most 60 characters'],
  [{ WECHAT_APPID: 'wx1' }, 'belong together'],
  [
    { WECHAT_APPID: 'wx1', WECHAT_SECRET: 's', WECHAT_PUSH_TOKEN: 'token' },
    'WECHAT_PUSH_TOKEN and WECHAT_PUSH_KEY belong together',
  ],
  [{ CONTENT_WORDS_FILE: 'package.json' }, 'it must hold words such as'],
  [{ DATABASE_URL: 'mysql://root:secret@db/shop' }, 'DATABASE_URL must begin with postgres://'],
  [{ QUOTA_SHOPS_PER_ACCOUNT: '-1' }, 'QUOTA_SHOPS_PER_ACCOUNT is "-1"'],
  [
    { QUOTA_MB_PER_SHOP: '1GB' },
    'QUOTA_MB_PER_SHOP is "1GB"; it must be a whole number up to 999999999, or off.',
  ],
  [{ STORAGE_RESERVE_MB: 'none' }, 'STORAGE_RESERVE_MB is "none"'],
  [{ DATABASE_CONNECTIONS: '0' }, 'DATABASE_CONNECTIONS is "0"'],
])('readSettings rejects %j with a clear message', (env, message) => {
  expect(() => readSettings(env)).toThrow(SetupError)
  expect(() => readSettings(env)).toThrow(message)
})

test('readSettings never prints a password of an address', () => {
  expect(() => readSettings({ DATABASE_URL: 'mysql://root:hidden@db/shop' })).not.toThrow('hidden')
})

test('.env.example names every setting that is read', () => {
  const example = readFileSync('.env.example', 'utf8')
  const code = ['settings', 'quota-settings'].map((name) => readFileSync(`server/${name}.ts`, 'utf8')).join()
  const read = [...code.matchAll(/'([A-Z][A-Z0-9_]{3,})'/g)].map(([, name]) => name)
  expect(read.length).toBeGreaterThan(10)
  for (const name of read) expect(example).toMatch(new RegExp(`^#? ?${name}=`, 'm'))
})

test.each([
  ['18.20.0', true],
  ['20.18.3', true],
  ['20.19.0', false],
  ['22.0.0', false],
])('checkNodeVersion reports whether Node %s is too old: %s', (version, old) => {
  expect(checkNodeVersion(version) !== undefined).toBe(old)
})
