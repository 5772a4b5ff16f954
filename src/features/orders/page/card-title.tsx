import { Text } from '@tarojs/components'
import { heading } from '@/platform/a11y/aria'
import './card-title.scss'

/** The heading of a card. */
export function CardTitle({ children }: { children: string }) {
  return (
    <Text className="card-title" {...heading(2)}>
      {children}
    </Text>
  )
}
