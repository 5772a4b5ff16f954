import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { getErrorCode } from '../error-code'
import type { Settings } from '../settings'
import { SetupError } from '../setup-error'

/** Turns an error of opening the port into a SetupError that explains it; other errors are returned unchanged. */
export function explainListenError(error: unknown, { host, port }: Settings): unknown {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken. Stop what runs there, or choose another one: PORT=${port + 1} npm start`,
    EACCES: `This user may not listen on port ${port}. Choose one above 1023 with PORT.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to 0.0.0.0 or to one of its own.`,
  }
  const reason = reasons[getErrorCode(error)]
  return reason === undefined ? error : new SetupError(reason)
}

/** Starts listening and returns the actual port, which differs from the setting when that is 0. @throws SetupError */
export async function listen(app: FastifyInstance, settings: Settings): Promise<number> {
  try {
    await app.listen({ port: settings.port, host: settings.host, listenTextResolver: () => 'listening' })
  } catch (error) {
    await app.close()
    throw explainListenError(error, settings)
  }
  return (app.server.address() as AddressInfo).port
}
