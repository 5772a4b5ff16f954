import { type Expected, faultIn } from './judge'
import { send, type Wire } from './send'
import { type Stage, stateOf } from './stage'
import type { Tally } from './tally'

/** Requests sent one after another to one stage; what was wrong with their answers is kept in `faults`. */
export class Trial {
  readonly faults: string[] = []
  private state: string | undefined

  constructor(
    private readonly stage: Stage,
    private readonly tally: Tally,
  ) {}

  /** Sends it and judges the answer: what is refused has changed nothing. Answers whether it was taken. */
  async send(route: string, what: string, wire: Wire, expected: Expected): Promise<boolean> {
    this.state ??= await stateOf(this.stage.world)
    const answer = await send(this.stage.world, wire)
    this.tally.add(route, answer.statusCode)
    const fault = faultIn(answer, expected) ?? (await this.changeFault(answer.statusCode))
    if (fault) this.faults.push(`${route}: ${what} ${fault}`)
    if (answer.statusCode < 400) this.state = undefined
    return answer.statusCode < 400
  }

  private async changeFault(status: number): Promise<string | undefined> {
    if (status < 400) return undefined
    const now = await stateOf(this.stage.world)
    const same = now === this.state
    this.state = now
    return same ? undefined : `was refused with ${status} and changed something`
  }
}
