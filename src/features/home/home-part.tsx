import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { heading } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import './home-part.scss'

/** A titled card of rows. */
export function HomePart({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <View className="home-part">
      <Text className="home-part__title" {...heading(2)}>
        {title}
      </Text>
      <Card flush>{children}</Card>
    </View>
  )
}
