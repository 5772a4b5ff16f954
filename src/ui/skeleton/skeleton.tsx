import { View } from '@tarojs/components'
import { skeletonWords } from '@/locales/storefront/skeleton'
import { aria } from '@/platform/a11y/aria'
import './skeleton.scss'

/** Placeholder shapes while content loads: rows of cards, or a grid of pictures. */
export function Skeleton({ shape = 'rows', count = 4 }: { shape?: 'rows' | 'grid'; count?: number }) {
  return (
    <View
      className={`skeleton skeleton--${shape}`}
      {...aria({ role: 'status', label: skeletonWords.loading })}
    >
      {[...Array(count).keys()].map((item) => (
        <View key={item} className="skeleton__item" />
      ))}
    </View>
  )
}
