import type { ComponentType } from 'react'
import type { Draft } from './draft'

export interface QuestionProps {
  draft: Draft
  change(part: Partial<Draft>): void
  /** The answer is given: the next question. */
  onDone(): void
  ConsentSheet: ConsentSheet
}

/** Asks for the consent that WeChat wants before the first photo. */
export type ConsentSheet = ComponentType<{ onAgree(): void; onRefuse(): void }>

/** One screen of the wizard. `done` is whether its answer is there. */
export interface Question {
  id: 'trade' | 'product' | 'terms' | 'look'
  title: string
  done(draft: Draft): boolean
  Question: ComponentType<QuestionProps>
}
