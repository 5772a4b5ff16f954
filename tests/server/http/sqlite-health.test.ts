import Sqlite from 'better-sqlite3'
import { waitUntil } from '../../support/wait-until'
import { createDatabaseLocation } from '../support/database'
import { createTestEnvironment } from '../support/test-environment'

describe('GET /api/health', () => {
  it('answers 503 while another program locks the SQLite file, and 200 afterwards', async () => {
    const { location, remove } = await createDatabaseLocation()
    const env = await createTestEnvironment({ databaseLocation: location })
    const health = async () => (await env.app.inject('/api/health')).statusCode
    const other = new Sqlite(location)
    other.exec('begin immediate')
    expect(await health()).toBe(503)
    other.exec('rollback')
    await waitUntil(async () => (await health()) === 200, 'the server is healthy')
    other.close()
    await env.app.close()
    await remove()
  })
})
