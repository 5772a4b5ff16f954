import type { FastifyInstance } from 'fastify'
import type { AppSettings } from '../dependencies'

/**
 * Logs start and stop with the version at every level except `silent`. Call it first: `onClose` hooks run in reverse order, so
 * `stopped` becomes the last line.
 */
export function logLifecycle(app: FastifyInstance, { version, world }: AppSettings): void {
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
