import { Text, View } from '@tarojs/components'
import { heading } from '@/platform/a11y/aria'
import './section-title.scss'

/** A section's heading; renders nothing for an empty title. */
export function SectionTitle({ children }: { children: string }) {
  if (!children) return null
  return (
    <View className="section-title" {...heading(2)}>
      <Text>{children}</Text>
    </View>
  )
}
