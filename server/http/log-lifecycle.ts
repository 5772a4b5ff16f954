import type { FastifyInstance } from 'fastify'
import type { WorldSettings } from '../dependencies'

/** Logs start and stop with the version, whatever the level but `silent`. The hook is added first, as hooks run backwards at the end: `stopped` is the last line. */
export function logLifecycle(app: FastifyInstance, { version, world }: WorldSettings): void {
  if (app.log.level === 'silent') return
  const log = app.log.child({ version, world }, { level: 'info' })
  let isListening = false
  app.addHook('onListen', async () => {
    isListening = true
    log.info({ node: process.versions.node }, 'started')
  })
  app.addHook('onClose', async () => {
    if (isListening) log.info('stopped')
  })
}
