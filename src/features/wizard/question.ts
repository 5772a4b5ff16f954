import type { ComponentType } from 'react'
import type { ShopDraft } from './shop-draft'

export interface QuestionProps {
  draft: ShopDraft
  change(part: Partial<ShopDraft>): void
  /** Continues to the next question. */
  onDone(): void
  ConsentSheet: ConsentSheet
}

/** Asks for the privacy consent that WeChat requires before the first photo. */
export type ConsentSheet = ComponentType<{ onAgree(): void; onRefuse(): void }>

/** One screen of the wizard. */
export interface Question {
  id: 'trade' | 'product' | 'terms' | 'look'
  title: string
  isAnswered(draft: ShopDraft): boolean
  Question: ComponentType<QuestionProps>
}
