import { Text } from '@tarojs/components'
import { aria } from '@/platform/a11y/aria'
import './stale-notice.scss'

/** A notice above cached content that could not be refreshed. */
export function StaleNotice({ children }: { children: string }) {
  return (
    <Text className="stale" {...aria({ role: 'status' })}>
      {children}
    </Text>
  )
}
