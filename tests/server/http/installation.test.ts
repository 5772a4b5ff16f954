import { call } from '../support/api-client'
import { createTestEnvironment } from '../support/test-environment'

describe('GET /api/health', () => {
  it('names who runs the installation, and the numbers of its filings, if they are set', async () => {
    const operator = { name: '示例服务社', contact: '19900000000', icp: '示例备00000000号' }
    const named = await createTestEnvironment({ settings: { operator } })
    const unnamed = await createTestEnvironment()
    expect((await call(named.app, 'GET /api/health')).json()).toMatchObject({ ok: true, operator })
    expect((await call(unnamed.app, 'GET /api/health')).json()).not.toHaveProperty('operator')
    await named.app.close()
    await unnamed.app.close()
  })
})
