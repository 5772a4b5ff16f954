import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { dayOf } from '@/domain/day'
import { type Shop, UNTIL_REOPENED } from '@/domain/shop/shop'
import { todayWords } from '@/locales/shop/today'
import { go } from '@/platform/navigation/navigate'
import { useSavedKeys } from '@/platform/storage/saved-keys'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { chooseHint, NO_HINTS, useHints } from './hints'
import type { Today } from './to-do'
import './hint-line.scss'

const words = todayWords.hints

/** The pages of the settings on which hints are followed. */
const parts = { key: 'key', resting: 'closure', phone: 'storefront', place: 'storefront' }

interface HintLineProps {
  shop: Shop
  today: Today
  now: number
}

/** The advice of the day in one line, which can be put off. */
export function HintLine({ shop, today, now }: HintLineProps) {
  const isKeySaved = useSavedKeys(({ saved }) => saved[shop.id] === true)
  const known = useHints(({ byShop }) => byShop[shop.id]) ?? NO_HINTS
  const hint = chooseHint({ shop, today, now, isKeySaved }, known)
  const { change } = useHints.getState()
  const day = dayOf(now)
  useEffect(() => {
    if (hint) change(shop.id, { last: { day, hint } })
  }, [change, shop.id, day, hint])
  if (!hint) return null
  const text = {
    ...{ key: words.key.text, phone: words.phone.text, alerts: words.alerts.text, place: words.place.text },
    resting: words.resting.text(shop.closedUntil ?? UNTIL_REOPENED, now),
    fewAlerts: words.fewAlerts.text(today.remainingAlerts ?? 0),
  }[hint]
  const putOff = () => change(shop.id, { putOff: { ...known.putOff, [hint]: day } })
  const follow = () => {
    if (hint === 'alerts' || hint === 'fewAlerts') return go(urlOf('alerts'))
    go(urlOf('settings', { shop: shop.id, part: parts[hint] }))
  }
  return (
    <View className="hint-line">
      <Text className="hint-line__text">{text}</Text>
      <View className="hint-line__do">
        <Button kind="soft" size="small" label={`${words[hint].do}，${text}`} onPress={follow}>
          {words[hint].do}
        </Button>
        <Button kind="line" size="small" label={`${words.later}，${text}`} onPress={putOff}>
          {words.later}
        </Button>
      </View>
    </View>
  )
}
