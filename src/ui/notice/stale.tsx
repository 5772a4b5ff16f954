import { Text } from '@tarojs/components'
import { aria } from '@/platform/a11y/aria'
import './stale.scss'

/** Above what was read before, as it could not be read anew. */
export function Stale({ children }: { children: string }) {
  return (
    <Text className="stale" {...aria({ role: 'status' })}>
      {children}
    </Text>
  )
}
