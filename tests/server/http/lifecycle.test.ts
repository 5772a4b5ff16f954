import { call } from '../support/api-client'
import { createTestEnvironment } from '../support/test-environment'

interface Line {
  level: number
  msg: string
  version?: string
  world?: string
}

/** Creates an environment that logs at a level, with the logged lines. */
async function createLoggingEnvironment(level: string) {
  const lines: Line[] = []
  const env = await createTestEnvironment({
    settings: { version: '7.8.9' },
    logging: { level, stream: { write: (line) => lines.push(JSON.parse(line)) } },
  })
  return { ...env, lines }
}

describe('the server log', () => {
  it.each(['error', 'warn'])('names the version at start and stop at level %s', async (level) => {
    const { app, lines } = await createLoggingEnvironment(level)
    await app.listen({ port: 0, host: '127.0.0.1' })
    expect(lines).toEqual([expect.objectContaining({ msg: 'started', version: '7.8.9', world: 'test' })])
    await app.close()
    expect(lines.at(-1)).toMatchObject({ level: 30, msg: 'stopped', version: '7.8.9' })
    expect(lines).toHaveLength(2)
  })

  it('ends with the stop line after everything else', async () => {
    const { app, lines } = await createLoggingEnvironment('debug')
    await app.listen({ port: 0, host: '127.0.0.1' })
    await call(app, 'GET /api/health')
    await app.close()
    expect(lines.at(-1)?.msg).toBe('stopped')
  })

  it('is empty at level silent', async () => {
    const { app, lines } = await createLoggingEnvironment('silent')
    await app.listen({ port: 0, host: '127.0.0.1' })
    await app.close()
    expect(lines).toEqual([])
  })
})
