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

/** A shop cannot be compiled; the message says what to do. */
export class CompileFault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
  ) {
    super(message)
  }
}
