import { createTestEnvironment, type TestEnvironment } from '../test-environment'

/** What ends with the test that runs, the last first. */
export const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** Starts a server that listens, at a database or a new one. */
export async function start(databaseLocation?: string): Promise<TestEnvironment> {
  const env = await createTestEnvironment({ ...(databaseLocation ? { databaseLocation } : {}) })
  await env.app.listen({ port: 0, host: '127.0.0.1' })
  undo.push(() => env.app.close())
  return env
}
