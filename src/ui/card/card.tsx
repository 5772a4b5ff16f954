import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './card.scss'

/** A sheet of paper on the ground. `flush` leaves the inner space to what it holds. */
export function Card({ children, flush = false }: PropsWithChildren<{ flush?: boolean }>) {
  return <View className={`card ${flush ? 'card--flush' : ''}`}>{children}</View>
}
