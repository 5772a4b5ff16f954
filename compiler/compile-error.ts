/** Why a shop was not compiled, as `--json` names it. */
export type FaultCode =
  | 'usage'
  | 'unknown-shop'
  | 'unpublished'
  | 'closed'
  | 'malformed'
  | 'newer-section'
  | 'bad-appid'
  | 'bad-folder'
  | 'no-api'
  | 'over-budget'
  | 'wrong-shop'
  | 'bad-own'
  | 'own-source'
  | 'failed'

/** A shop cannot be compiled; the message says what to do. */
export class CompileFault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
  ) {
    super(message)
  }
}

/** What the builds tell of a shop's own source, as a fault of it. */
export function asFault(error: unknown): CompileFault | undefined {
  if (error instanceof CompileFault) return error
  const code: unknown = error instanceof Error ? Reflect.get(error, 'fault') : undefined
  if (code === 'bad-own' || code === 'own-source') return new CompileFault(code, (error as Error).message)
  return undefined
}
