import { Text } from '@tarojs/components'
import { heading } from '@/platform/a11y/aria'
import './card-title.scss'

/** What a card is about. */
export function CardTitle({ children }: { children: string }) {
  return (
    <Text className="card-title" {...heading(2)}>
      {children}
    </Text>
  )
}
