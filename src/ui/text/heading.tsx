import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { heading } from '@/platform/a11y/aria'

interface HeadingProps {
  className?: string
  level?: 1 | 2 | 3
  children: ReactNode
}

/** A text that screen readers list among the headings of its page. */
export const Heading = ({ level = 2, ...text }: HeadingProps) => <Text {...text} {...heading(level)} />
