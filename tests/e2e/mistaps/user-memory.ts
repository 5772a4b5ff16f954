import type { Question } from '@/features/wizard/question'

export type QuestionId = Question['id']

const BEFORE_OPENING: readonly QuestionId[] = ['trade', 'product', 'terms', 'look']

/** The memory of the simulated user: actions, and answers last confirmed on screen. */
export class UserMemory {
  photos = 0
  /** Fields typed into, in order. */
  readonly typed: string[] = []
  /** Ways of sending whose fees were checked since the fee sheet was opened. */
  readonly checkedFees = new Set<'local' | 'courier'>()
  /** True if the photo was visible when the user last looked. */
  photoShown = false
  private readonly confirmed = new Set<QuestionId>()

  constructor(readonly firstGood: string) {}

  confirm(question: QuestionId) {
    this.confirmed.add(question)
  }

  invalidate(question: QuestionId) {
    this.confirmed.delete(question)
  }

  /** True while an earlier answer has still to be checked. */
  mustGoBackFrom(question: QuestionId): boolean {
    const before = BEFORE_OPENING.slice(0, BEFORE_OPENING.indexOf(question))
    return before.some((one) => !this.confirmed.has(one))
  }

  allConfirmed(): boolean {
    return BEFORE_OPENING.every((one) => this.confirmed.has(one))
  }
}
