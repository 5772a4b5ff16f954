import { type ExpectedOutcome, findResponseError } from './check-response'
import { type Scenario, takeSnapshot } from './scenario'
import { send, type WireRequest } from './send-request'
import type { Tally } from './status-tally'

/** Sends requests to one scenario one after another and collects what is wrong with the responses in `errors`. */
export class RequestChecker {
  readonly errors: string[] = []
  private lastSnapshot: string | undefined

  constructor(
    private readonly scenario: Scenario,
    private readonly tally: Tally,
  ) {}

  /**
   * Sends a request and checks the response: a rejected request must change nothing. Returns true if it was accepted.
   */
  async send(route: string, what: string, wire: WireRequest, expected: ExpectedOutcome): Promise<boolean> {
    this.lastSnapshot ??= await takeSnapshot(this.scenario.env)
    const answer = await send(this.scenario.env, wire)
    this.tally.add(route, answer.statusCode)
    const error = findResponseError(answer, expected) ?? (await this.findStateChange(answer.statusCode))
    if (error) this.errors.push(`${route}: ${what} ${error}`)
    if (answer.statusCode < 400) this.lastSnapshot = undefined
    return answer.statusCode < 400
  }

  private async findStateChange(status: number): Promise<string | undefined> {
    if (status < 400) return undefined
    const now = await takeSnapshot(this.scenario.env)
    const same = now === this.lastSnapshot
    this.lastSnapshot = now
    return same ? undefined : `was rejected with ${status} and changed something`
  }
}
