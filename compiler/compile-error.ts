/** Reason why a shop was not compiled, as `--json` prints it. */
export type CompileErrorCode =
  | 'usage'
  | 'unknown-shop'
  | 'unpublished'
  | 'closed'
  | 'malformed'
  | 'newer-section'
  | 'bad-appid'
  | 'bad-folder'
  | 'no-api'
  | 'insecure-api'
  | 'over-budget'
  | 'wrong-shop'
  | 'bad-own'
  | 'own-source'
  | 'failed'

/** A shop cannot be compiled. The message says what to do. */
export class CompileError extends Error {
  constructor(
    readonly code: CompileErrorCode,
    message: string,
  ) {
    super(message)
  }
}

/** Recognizes compile errors, including those that the build scripts throw for custom source. */
export function toCompileError(error: unknown): CompileError | undefined {
  if (error instanceof CompileError) return error
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  if (code === 'bad-own' || code === 'own-source') return new CompileError(code, (error as Error).message)
  return undefined
}
