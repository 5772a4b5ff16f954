import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '@/platform/a11y/aria'

interface AnnouncedTextProps {
  className?: string
  /** Renders nothing without a text. */
  children: ReactNode
}

/** A text that screen readers read at once when it appears, such as a failure. */
export const Alert = (text: AnnouncedTextProps) =>
  text.children ? <Text {...text} {...aria({ role: 'alert' })} /> : null

/** A text that screen readers read when they have finished a sentence, such as a result. */
export const Status = (text: AnnouncedTextProps) =>
  text.children ? <Text {...text} {...aria({ role: 'status' })} /> : null
