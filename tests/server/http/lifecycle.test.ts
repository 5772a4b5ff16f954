import { call } from '../support/person'
import { makeWorld } from '../support/world'

interface Line {
  level: number
  msg: string
  version?: string
  world?: string
}

/** A world that logs at a level, and what it logged. */
async function loggingWorld(level: string) {
  const lines: Line[] = []
  const world = await makeWorld({
    settings: { version: '7.8.9' },
    logging: { level, stream: { write: (line) => lines.push(JSON.parse(line)) } },
  })
  return { ...world, lines }
}

describe('a server’s log', () => {
  it.each(['error', 'warn'])('names the version at start and stop at level %s', async (level) => {
    const { app, lines } = await loggingWorld(level)
    await app.listen({ port: 0, host: '127.0.0.1' })
    expect(lines).toEqual([expect.objectContaining({ msg: 'started', version: '7.8.9', world: 'test' })])
    await app.close()
    expect(lines.at(-1)).toMatchObject({ level: 30, msg: 'stopped', version: '7.8.9' })
    expect(lines).toHaveLength(2)
  })

  it('ends with the stop, after everything else', async () => {
    const { app, lines } = await loggingWorld('debug')
    await app.listen({ port: 0, host: '127.0.0.1' })
    await call(app, 'GET /api/health')
    await app.close()
    expect(lines.at(-1)?.msg).toBe('stopped')
  })

  it('says nothing at level silent', async () => {
    const { app, lines } = await loggingWorld('silent')
    await app.listen({ port: 0, host: '127.0.0.1' })
    await app.close()
    expect(lines).toEqual([])
  })
})
