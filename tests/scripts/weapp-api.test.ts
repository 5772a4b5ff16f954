import { spawnSync } from 'node:child_process'
import { apiProblem } from '../../scripts/lib/weapp-api.mjs'

describe('API address of the mini-program', () => {
  it.each([
    undefined,
    '',
    'http://shop.example',
    'https://',
    'https://shop.example/api',
    'http://127.0.0.1:4180',
  ])('is rejected when it is %j', (base) => {
    expect(apiProblem(base, false)).toContain('TARO_APP_API_BASE')
    expect(apiProblem(base, true)).toBeUndefined()
  })

  it('may be an https origin', () => {
    expect(apiProblem('https://shop.example:8443', false)).toBeUndefined()
  })

  it('stops npm run build:weapp before anything is built', () => {
    const env = { ...process.env, TARO_APP_API_BASE: '' }
    const ran = spawnSync(process.execPath, ['scripts/build-weapp.mjs'], { env, encoding: 'utf8' })
    expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining('--dev')])
  })
})
