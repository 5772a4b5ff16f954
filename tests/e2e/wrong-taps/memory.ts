import type { Question } from '@/features/wizard/question'

export type QuestionId = Question['id']

const BEFORE_OPENING: readonly QuestionId[] = ['trade', 'product', 'terms', 'look']

/** What she remembers: what she did, and which answers she last saw as she means them. */
export class Memory {
  photos = 0
  /** Fields and what was typed into them, in order. */
  readonly typed: string[] = []
  /** Whose fees she looked at since the sheet of fees was opened. */
  readonly feesSeen = new Set<'local' | 'courier'>()
  /** Whether her photo was to be seen when she last looked. */
  photoShown = false
  private readonly seenRight = new Set<QuestionId>()

  constructor(readonly firstGood: string) {}

  isRight(question: QuestionId) {
    this.seenRight.add(question)
  }

  mayBeWrong(question: QuestionId) {
    this.seenRight.delete(question)
  }

  /** Whether an answer before this question has still to be looked at. */
  mustGoBackFrom(question: QuestionId): boolean {
    const before = BEFORE_OPENING.slice(0, BEFORE_OPENING.indexOf(question))
    return before.some((one) => !this.seenRight.has(one))
  }

  allSeen(): boolean {
    return BEFORE_OPENING.every((one) => this.seenRight.has(one))
  }
}
