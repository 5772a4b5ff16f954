import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Card } from '@/ui/card/card'
import { Heading } from '@/ui/text/heading'
import './home-part.scss'

/** A titled card of rows. */
export function HomePart({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <View className="home-part">
      <Heading className="home-part__title">{title}</Heading>
      <Card flush>{children}</Card>
    </View>
  )
}
