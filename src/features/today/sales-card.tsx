import { Text, View } from '@tarojs/components'
import { dayOf } from '@/domain/day'
import { formatYuan } from '@/domain/money'
import { todayWords } from '@/locales/shop/today'
import { aria } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { salesBars, type Today } from './to-do'
import './sales-card.scss'

interface SalesCardProps {
  today: Today
  /** When the shop was opened, epoch ms; days before are not compared. */
  openedAt: number
  now: number
}

/** Today's sales and those of the six days before, as counted by the server. */
export function SalesCard({ today, openedAt, now }: SalesCardProps) {
  const bars = salesBars(today)
  const [yesterday, lastDay] = today.days.slice(-2)
  if (!lastDay) return null
  const before = yesterday && yesterday.day >= dayOf(openedAt) ? yesterday.orders : undefined
  return (
    <Card>
      <View className="sales-card">
        <View className="sales-card__words">
          <Text className="sales-card__title">{todayWords.sold}</Text>
          <Text className="sales-card__sum">{todayWords.yuan(formatYuan(lastDay.total))}</Text>
          <Text className="sales-card__title">{todayWords.compared(lastDay.orders, before)}</Text>
        </View>
        {bars.length > 0 && (
          <View className="sales-card__bars" {...aria({ role: 'list', label: todayWords.bars })}>
            {bars.map(({ day, total, height }, i) => {
              const isToday = i === bars.length - 1
              return (
                <View
                  key={day}
                  className={`sales-card__day ${isToday ? 'sales-card__day--today' : ''}`}
                  {...aria({ role: 'listitem', label: todayWords.bar(day, formatYuan(total), now) })}
                >
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
    </Card>
  )
}
