import { Text, View } from '@tarojs/components'
import { homeWords } from '@/locales/shop/home'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Picture } from '@/ui/picture/picture'
import { Heading } from '@/ui/text/heading'
import type { DraftStage } from './use-open-draft'
import './open-card.scss'

const cards = { none: homeWords.open, begun: homeWords.resume, waiting: homeWords.waitingToOpen } as const

/** The main action: open a shop, continue the draft, or see the state of a submitted one. */
export function OpenCard({ draft }: { draft: DraftStage }) {
  const { title, text, button } = cards[draft]
  return (
    <View className="open-card">
      <View className="open-card__top">
        <View className="open-card__words">
          <Heading className="open-card__title">{title}</Heading>
          <Text className="open-card__text">{text}</Text>
        </View>
        <View className="open-card__picture">
          <Picture art="plain" alt="" ratio={1} rounded />
        </View>
      </View>
      <Button onPress={() => go(urlOf('open'))}>{button}</Button>
    </View>
  )
}
