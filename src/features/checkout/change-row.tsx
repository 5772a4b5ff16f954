import { Text, View } from '@tarojs/components'
import { photoPath } from '@/domain/photo'
import type { Trade } from '@/domain/trade'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { assetUrl } from '@/platform/network/asset-url'
import { Picture } from '@/ui/picture/picture'
import type { Change } from './changed-facts'
import './changed-view.scss'

function newsOf({ line, price, left, ask, gone }: Change): string[] {
  const { changed, news } = checkoutWords
  if (gone) return [changed.gone]
  return [
    ...(price === undefined ? [] : [news.price(line.price, price)]),
    ...(left === undefined ? [] : [changed[ask ? 'most' : 'left'](left, line.unit, line.quantity)]),
  ]
}

/** One thing that is not as it was: old beside new. */
export function ChangeRow({ change, trade }: { change: Change; trade: Trade }) {
  const { name, label, photo } = change.line
  return (
    <View className="change-row">
      <View className="change-row__picture">
        <Picture
          src={photo && assetUrl(photoPath(photo.hash, 375))}
          art={trade}
          goods={name}
          alt=""
          ratio={1}
          rounded
        />
      </View>
      <View className="change-row__words">
        <Text className="change-row__name">{label ? `${name} ${label}` : name}</Text>
        {newsOf(change).map((words) => (
          <Text key={words} className="change-row__news">
            {words}
          </Text>
        ))}
      </View>
    </View>
  )
}
