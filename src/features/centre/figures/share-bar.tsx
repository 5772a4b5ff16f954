import { View } from '@tarojs/components'
import { aria } from '@/platform/a11y/aria'
import './figures.scss'

interface ShareBarProps {
  /** The bar's part of the line, from 0 to 1. */
  share: number
  /** The filled part of the bar, from 0 to 1. */
  filled?: number
  kind?: 'now' | 'before'
}

const percent = (part: number) => ({ width: `${Math.round(part * 1000) / 10}%` })

/** A bar of a chart. The text beside it says the same. */
export function ShareBar({ share, filled = 1, kind = 'now' }: ShareBarProps) {
  return (
    <View className="share-bar" {...aria({ hidden: true })}>
      <View className="share-bar__whole" style={percent(share)}>
        <View className={`share-bar__filled share-bar__filled--${kind}`} style={percent(filled)} />
      </View>
    </View>
  )
}
