import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './card.scss'

/** A card on the page's background. `flush` removes its padding. */
export function Card({ children, flush = false }: PropsWithChildren<{ flush?: boolean }>) {
  return <View className={`card ${flush ? 'card--flush' : ''}`}>{children}</View>
}
