import { Text, View } from '@tarojs/components'
import { dayOf } from '@/domain/day'
import { formatYuan } from '@/domain/money'
import type { Shop } from '@/domain/shop/shop'
import { todayWords } from '@/locales/shop/today'
import { aria, pressable } from '@/platform/a11y/aria'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Icon } from '@/ui/icon/icon'
import { salesBars, type Today } from './to-do'
import './sales-card.scss'

interface SalesCardProps {
  today: Today
  shop: Shop
  now: number
}

/** Today's sales and those of the six days before, as counted by the server; it leads to the ledger. */
export function SalesCard({ today, shop, now }: SalesCardProps) {
  const bars = salesBars(today)
  const [yesterday, lastDay] = today.days.slice(-2)
  if (!lastDay) return null
  const before = yesterday && yesterday.day >= dayOf(shop.openedAt) ? yesterday.orders : undefined
  const sum = todayWords.yuan(formatYuan(lastDay.total))
  const compared = todayWords.compared(lastDay.orders, before)
  const label = todayWords.bars(bars.map(({ day, total }) => todayWords.bar(day, formatYuan(total), now)))
  return (
    <View className="sales-card" {...pressable(null, () => go(urlOf('money', { shop: shop.id })))}>
      <View className="sales-card__head">
        <Text className="sales-card__title">{todayWords.sold}</Text>
        <View className="sales-card__open">
          <Text>{todayWords.money}</Text>
          <Icon name="forward" size={18} />
        </View>
      </View>
      <View className="sales-card__figures">
        <View className="sales-card__words">
          <Text className="sales-card__sum">{sum}</Text>
          <Text className="sales-card__title">{compared}</Text>
        </View>
        {bars.length > 0 && (
          <View className="sales-card__bars" {...aria({ role: 'img', label })}>
            {bars.map(({ day, height }, i) => {
              const isToday = i === bars.length - 1
              return (
                <View key={day} className={`sales-card__day ${isToday ? 'sales-card__day--today' : ''}`}>
                  <View
                    className="sales-card__bar"
                    style={{ height: `${Math.max(2, Math.round(height * 60))}px` }}
                  />
                  <Text className="sales-card__name">
                    {isToday ? todayWords.barToday : todayWords.barDay(day)}
                  </Text>
                </View>
              )
            })}
          </View>
        )}
      </View>
    </View>
  )
}
