import type { ReactNode } from 'react'
import type { IconName } from '@/ui/icon/icon'

/** Something that can be done with an order: the main button of its page, or a row of 更多. */
export interface OrderAction {
  words: string
  /** What belongs to it, in a second line of the row. */
  note?: string | undefined
  icon: IconName
  /** Accessible name of the button, if its text alone is ambiguous. */
  label?: string
  run(): void
}

/** Actions, and the sheet that one of them has opened. */
export interface OfferedActions {
  actions: readonly OrderAction[]
  sheet?: ReactNode
}
